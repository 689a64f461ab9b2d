using System.Text;
using SampleMaker.Papers;

namespace SampleMaker.Legacy;

/// <summary>Text as it was typed before Unicode: one byte a letter, and for VNI one more for its mark.</summary>
internal static class LegacyText
{
    private const string TcvnUpper = "ĂÂÊÔƠƯĐ";

    private static readonly Dictionary<char, byte> Tcvn = TcvnCodes();
    private static readonly Dictionary<char, string> Vni = VniCodes();

    /// <summary>TCVN 5712:1993 (TCVN3, ABC). It has no capitals with tone marks: these were typed small and shown by a font of capitals.</summary>
    public static byte[] ToTcvn3(string text) =>
        [.. text.Select(letter => Tcvn.TryGetValue(letter, out var code) || Tcvn.TryGetValue(char.ToLowerInvariant(letter), out code) ? code : checked((byte)letter))];

    /// <summary>VNI for Windows: base letter and mark, both of the same case.</summary>
    public static byte[] ToVni(string text) => Encoding.Latin1.GetBytes(string.Concat(text.Select(letter =>
        Vni.TryGetValue(letter, out var pair) ? pair : Vni.TryGetValue(char.ToLowerInvariant(letter), out pair) ? Capital(pair) : letter.ToString())));

    /// <summary>A paper typed as plain text, in the order a typist met its cells.</summary>
    public static string Plain(Paper paper) => string.Join("\r\n", [
        .. paper.Lines("parent"),
        .. paper.Lines("organ"),
        paper.NumberLine,
        .. paper.Lines("about").Select((line, i) => i == 0 ? "V/v " + line : line),
        "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        paper.PlaceLine!,
        "",
        .. paper.Lines("type"),
        .. paper.Lines("subject"),
        .. paper.Lines("to").Select(line => $"Kính gửi: {line}"),
        "",
        .. paper.Body,
        "",
        "Nơi nhận:",
        .. paper.Lines("recipients").Select(line => "- " + line),
        "",
        .. paper.Lines("authority"),
        paper.PrintedSigner!,
        ""]);

    private static Dictionary<char, byte> TcvnCodes()
    {
        var codes = TcvnUpper.Select((letter, i) => (letter, (byte)(0xA1 + i))).Concat(TcvnUpper.ToLowerInvariant().Select((letter, i) => (letter, (byte)(0xA8 + i))));
        return codes.Concat(TcvnRows()).ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }

    private static IEnumerable<(char Letter, byte Code)> TcvnRows()
    {
        var rows = new (int Start, string Letters)[]
        {
            (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        };
        return rows.SelectMany(row => row.Letters.Select((letter, i) => (letter, (byte)(row.Start + i))));
    }

    private static Dictionary<char, string> VniCodes()
    {
        var codes = new Dictionary<char, string>();
        void Add(string letters, string start, string marks)
        {
            for (var i = 0; i < letters.Length; i++)
                codes[letters[i]] = start + marks[i];
        }

        foreach (var (plain, hatted) in new[] { ("aáàảãạ", "âấầẩẫậ"), ("eéèẻẽẹ", "êếềểễệ"), ("oóòỏõọ", "ôốồổỗộ") })
        {
            Add(plain[1..], plain[..1], "ùøûõï");
            Add(hatted, plain[..1], "âáàåãä");
        }

        Add("ăắằẳẵặ", "a", "êéèúüë");
        Add("úùủũụ", "u", "ùøûõï");
        Add("ớờởỡợ", "ô", "ùøûõï");
        Add("ứừửữự", "ö", "ùøûõï");
        Add("ýỳỷỹ", "y", "ùøûõ");
        Add("ơưđíìỉĩịỵ", "", "ôöñíìæóòî");
        return codes;
    }

    private static string Capital(string pair) => pair.ToUpperInvariant();
}
