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

    /// <summary>Words the name of a place begins with.</summary>
    private static readonly string[] Places = ["THANH PHO", "TINH", "QUAN", "HUYEN", "PHUONG", "XA", "THI XA", "THI TRAN"];

    /// <summary>Words that cannot end a name: what follows belongs to it even if it begins like an agency.</summary>
    private static readonly string[] Unfinished = ["VAN PHONG", "THUONG TRUC", "BAN QUAN LY", "HOI DONG", "DOAN DAI BIEU", "THANH TRA", "CO QUAN", "VA", "CUA", "-", ","];

    /// <summary>Whether the issuer's name begins as agencies' names do.</summary>
    public bool IsAgency => BeginsName(Issuer);

    /// <summary>Whether text begins as an agency's name does.</summary>
    public static bool BeginsName(string text) => Upper(text) is var upper && Beginnings.Any(beginning => StartsWith(upper, beginning));

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
        if (bold > 0 && IsPlace(lines[bold].Cell.Text))
            bold = -1;
        var byBold = bold > 0 || (bold == 0 && lines.Any(line => !line.Cell.Bold));
        var split = bold > 0 ? bold : bold == 0 && byBold ? 0 : LastAgency(lines);
        var last = byBold ? split + lines.Skip(split).TakeWhile(line => line.Cell.Bold || IsPlace(line.Cell.Text)).Count() : lines.Length;
        return new(split > 0 ? Joined(lines[..split]) : null, Joined(lines[split..last]), lines[split], byBold);
    }

    /// <summary>
    /// Whether a group of the notation stands for this issuer: <c>UBND</c> for an ủy ban nhân dân, <c>SNV</c> for a Sở Nội vụ, and without the
    /// word for the kind of body or the <c>và</c> <c>KHĐT</c> for a Sở Kế hoạch và Đầu tư; <c>VPTU</c> for the Văn phòng of a Thành ủy.
    /// </summary>
    public bool Signs(string symbol)
    {
        var words = Wording.Tokens(Issuer);
        string[] names = [Initials(words), Initials(words.Where(word => word != "va")), Initials(WithoutKind(words).Where(word => word != "va"))];
        var withParent = names[0] + Initials(Wording.Tokens(Parent ?? ""));
        var groups = Notation.Groups(symbol).ToArray();
        return groups.Skip(groups.Length > 1 && DocumentType.ByAbbreviation(groups[0]) is not null ? 1 : 0)
            .Select(Wording.Letters).Where(group => group.Length >= 2)
            .Any(group => words.Contains(group) || IsShort(group, names[0]) || IsShort(group, names[1]) || IsShort(group, withParent) || group == names[2]);
    }

    private static string Initials(IEnumerable<string> words) => string.Concat(words.Select(word => word[0]));

    private static string[] WithoutKind(string[] words) => Beginnings.Select(kind => kind.ToLowerInvariant().Split(' '))
        .Where(kind => words.Length > kind.Length && words.AsSpan().StartsWith(kind))
        .MaxBy(kind => kind.Length) is { } kind ? words[kind.Length..] : words;

    /// <summary>Party bodies write TW for trung ương.</summary>
    private static bool IsShort(string group, string initials) =>
        initials.StartsWith(group, StringComparison.Ordinal) || initials.Replace("tu", "tw", StringComparison.Ordinal).StartsWith(group, StringComparison.Ordinal);

    private static bool IsName(PageCell cell) => cell.Capitals && !NumberLine.Begins(cell);

    private static int LastAgency(HeaderCell[] lines)
    {
        for (var i = lines.Length - 1; i > 0; i--)
        {
            var before = Upper(lines[i - 1].Cell.Text);
            if (BeginsName(lines[i].Cell.Text) && !Unfinished.Any(ending => EndsWith(before, ending)))
                return i;
        }

        return 0;
    }

    /// <summary>The place an ủy ban or hội đồng serves never is a name by itself; a <c>quận ủy</c> or <c>quận đoàn</c> is.</summary>
    private static bool IsPlace(string text) =>
        Upper(text) is var upper && Places.FirstOrDefault(place => StartsWith(upper, place)) is { } place && !StartsWith(upper, place + " UY") && !StartsWith(upper, place + " DOAN");

    private static string Upper(string text) => string.Join(' ', Records.Vietnamese.Fold(text).ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool StartsWith(string line, string words) => line == words || line.StartsWith(words + ' ', StringComparison.Ordinal);

    private static bool EndsWith(string line, string words) =>
        line == words || (words.Length <= 3 && line.EndsWith(' ' + words, StringComparison.Ordinal));

    private static string Joined(IEnumerable<HeaderCell> lines) =>
        Wording.Tidy(string.Join(' ', lines.Select(line => line.Cell.Text))).Trim('-', '_', '*', ' ', '.');
}
