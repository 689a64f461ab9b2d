namespace Archive.Description;

/// <summary>The issuer and the body above it (NĐ 30/2020, annex I, cell 2), as printed: in capitals, long names wrapped.</summary>
/// <param name="Parent">Cơ quan chủ quản, or null.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Cell">Where the issuer stands.</param>
/// <param name="ByBold">Whether bold type told the two apart, as the decree wants it, rather than the words.</param>
internal sealed record IssuerLines(string? Parent, string Issuer, HeaderCell Cell, bool ByBold)
{
    /// <summary>Words an agency's name begins with; a line that begins so under another is a body of its own.</summary>
    private static readonly string[] Beginnings =
    [
        "SO", "BO", "BAN", "UY BAN", "UBND", "HDND", "HOI", "PHONG", "VAN PHONG", "TRUNG TAM", "CUC", "CHI CUC", "TONG CUC", "VU", "VIEN",
        "HOC VIEN", "TRUONG", "DAI HOC", "BENH VIEN", "CONG TY", "TONG CONG TY",
        "LIEN DOAN", "LIEN HIEP", "THANH TRA", "CONG AN", "TOA AN", "KHO BAC",
        "DANG UY", "DANG BO", "CHI BO", "THANH UY", "TINH UY", "QUAN UY", "HUYEN UY",
        "CONG DOAN", "DOAN", "CHI NHANH", "NGAN HANG", "QUY", "NHA", "BAO", "DAI", "TAP CHI", "TRAM",
    ];

    /// <summary>Words that cannot end a name: what follows belongs to it even if it begins like an agency.</summary>
    private static readonly string[] Unfinished = ["VAN PHONG", "THUONG TRUC", "BAN QUAN LY", "HOI DONG", "DOAN DAI BIEU", "THANH TRA", "CO QUAN", "VA", "CUA", "-", ","];

    /// <summary>Reads them above the number; null where no capitals stand there.</summary>
    public static IssuerLines? Find(PageHeader header, NumberLine? number)
    {
        var end = number?.Cell.Cell.Middle ?? double.MaxValue;
        var above = header.Cells.Where(cell => cell.Column != HeaderColumn.Right && cell.Cell.Middle < end);
        var lines = above.Where(cell => !PageHeader.IsTitle(cell.Cell) && Stamps.Of(cell.Cell) is null)
            .SkipWhile(cell => !IsName(cell.Cell)).TakeWhile(cell => IsName(cell.Cell)).ToArray();
        if (lines.Length == 0)
            return null;

        var bold = Array.FindIndex(lines, line => line.Cell.Bold);
        var byBold = bold > 0 || (bold == 0 && lines.Any(line => !line.Cell.Bold));
        var split = bold > 0 ? bold : bold == 0 && byBold ? 0 : LastAgency(lines);
        var last = byBold ? split + lines.Skip(split).TakeWhile(line => line.Cell.Bold).Count() : lines.Length;
        return new(split > 0 ? Joined(lines[..split]) : null, Joined(lines[split..last]), lines[split], byBold);
    }

    /// <summary>Whether the notation's last groups are the initials of this issuer: <c>UBND</c> of an ủy ban nhân dân, <c>SNV</c> of a Sở Nội vụ.</summary>
    public bool Signs(string symbol)
    {
        var words = Wording.Tokens(Issuer);
        var initials = string.Concat(words.Select(word => word[0]));
        // Party bodies write TW for trung ương.
        var party = initials.Replace("tu", "tw", StringComparison.Ordinal);
        return Notation.Groups(symbol).Select(Wording.Letters).Where(group => group.Length >= 2).Any(group =>
            words.Contains(group) || initials.StartsWith(group, StringComparison.Ordinal) || party.StartsWith(group, StringComparison.Ordinal));
    }

    private static bool IsName(PageCell cell) => cell.Capitals && !NumberLine.Begins(cell);

    private static int LastAgency(HeaderCell[] lines)
    {
        for (var i = lines.Length - 1; i > 0; i--)
        {
            var before = Upper(lines[i - 1].Cell.Text);
            if (Beginnings.Any(beginning => StartsWith(Upper(lines[i].Cell.Text), beginning)) && !Unfinished.Any(ending => EndsWith(before, ending)))
                return i;
        }

        return 0;
    }

    private static string Upper(string text) => string.Join(' ', Records.Vietnamese.Fold(text).ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool StartsWith(string line, string words) => line == words || line.StartsWith(words + ' ', StringComparison.Ordinal);

    private static bool EndsWith(string line, string words) =>
        line == words || (words.Length <= 3 && line.EndsWith(' ' + words, StringComparison.Ordinal));

    private static string Joined(IEnumerable<HeaderCell> lines) =>
        Wording.Tidy(string.Join(' ', lines.Select(line => line.Cell.Text))).Trim('-', '_', '*', ' ', '.');
}
