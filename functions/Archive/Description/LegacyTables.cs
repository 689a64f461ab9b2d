namespace Archive.Description;

/// <summary>The code tables of the two legacy encodings, each code as the Windows-1252 character it is read as.</summary>
internal static class LegacyTables
{
    /// <summary>TCVN 5712:1993 VN3, seven capitals without tone and the 67 small letters; U+03BC is how some PDF producers write the micro sign's code.</summary>
    public static readonly (char Code, char Letter)[] Tcvn3 =
    [
        .. Zip("\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7", "ĂÂÊÔƠƯĐ"),
        .. Zip("\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae", "ăâêôơưđ"),
        .. Zip("\u00b5\u00b6\u00b7\u00b8\u00b9", "àảãáạ"),
        .. Zip("\u00bb\u00bc\u00bd\u00be\u00c6", "ằẳẵắặ"),
        .. Zip("\u00c7\u00c8\u00c9\u00ca\u00cb", "ầẩẫấậ"),
        .. Zip("\u00cc\u00ce\u00cf\u00d0\u00d1", "èẻẽéẹ"),
        .. Zip("\u00d2\u00d3\u00d4\u00d5\u00d6", "ềểễếệ"),
        .. Zip("\u00d7\u00d8\u00dc\u00dd\u00de", "ìỉĩíị"),
        .. Zip("\u00df\u00e1\u00e2\u00e3\u00e4", "òỏõóọ"),
        .. Zip("\u00e5\u00e6\u00e7\u00e8\u00e9", "ồổỗốộ"),
        .. Zip("\u00ea\u00eb\u00ec\u00ed\u00ee", "ờởỡớợ"),
        .. Zip("\u00ef\u00f1\u00f2\u00f3\u00f4", "ùủũúụ"),
        .. Zip("\u00f5\u00f6\u00f7\u00f8\u00f9", "ừửữứự"),
        .. Zip("\u00fa\u00fb\u00fc\u00fd\u00fe", "ỳỷỹýỵ"),
        ('\u03bc', 'à'),
    ];

    /// <summary>VNI letters of one code.</summary>
    public static readonly (char Code, char Letter)[] VniSingles =
        [.. Zip("ôÔöÖñÑîÎæÆóÓòÒíÍìÌ", "ơƠưƯđĐỵỴỉỈĩĨịỊíÍìÌ")];

    /// <summary>VNI letters of two codes: a base letter, then a mark; a mark has a small and a capital code, and typists mix them.</summary>
    public static IEnumerable<(char Letter, char Mark, char Composed)> VniPairs() =>
    [
        .. Family('a', "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
        .. Family('e', "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
        .. Family('o', "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
        .. Family('ô', "ùøûõï", "ớờởỡợ"),
        .. Family('u', "ùøûõï", "úùủũụ"),
        .. Family('ö', "ùøûõï", "ứừửữự"),
        .. Family('y', "ùøûõ", "ýỳỷỹ"),
    ];

    private static IEnumerable<(char Letter, char Mark, char Composed)> Family(char letter, string marks, string composed) =>
        marks.Zip(composed).SelectMany(pair => new[]
        {
            (letter, pair.First, pair.Second),
            (letter, Upper(pair.First), pair.Second),
            (Upper(letter), pair.First, Upper(pair.Second)),
            (Upper(letter), Upper(pair.First), Upper(pair.Second)),
        });

    private static char Upper(char letter) => char.ToUpperInvariant(letter);

    private static IEnumerable<(char Code, char Letter)> Zip(string codes, string letters) => codes.Zip(letters);
}
