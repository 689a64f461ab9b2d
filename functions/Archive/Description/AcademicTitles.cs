using System.Text.RegularExpressions;

namespace Archive.Description;

/// <summary>Academic titles, which NĐ 30/2020 keeps out of the signer's name and which stand before it all the same.</summary>
internal static partial class AcademicTitles
{
    /// <summary>The name without them.</summary>
    public static string Without(string name)
    {
        var bare = Title().Match(name) is { Success: true } title ? name[title.Length..] : name;
        return bare.Trim(' ', '.', ',', '-');
    }

    [GeneratedRegex(
        @"^\s*(?:(?:PGS|GS|TSKH|TS|ThS|Ths|BSCKII|BSCKI|BSCK2|BSCK1|BS|DS|KTS|KS|LS|CN|NGND|NGƯT|TTND|TTƯT)\s*[.,]\s*"
        + @"|(?:Phó [Gg]iáo sư|Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Bác sỹ|Kỹ sư|Luật sư|Cử nhân|Kiến trúc sư)[\s,.]+)+",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
