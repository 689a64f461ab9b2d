using System.Text.RegularExpressions;
using Archive.Records;

namespace Archive.Description;

/// <summary>Whether two values of a field say the same, however each is written: case, accents, blanks, dashes, zeros, codes or names.</summary>
internal static partial class Meaning
{
    /// <summary>A value this long may have been cut at its limit; then the shorter one need only begin it.</summary>
    private const int PerhapsCut = 400;

    private static readonly string[][] Localities =
        [["thanh", "pho"], ["tp"], ["tinh"], ["quan"], ["huyen"], ["phuong"], ["xa"], ["thi", "xa"], ["thi", "tran"], ["ha", "noi"]];

    private static readonly string[] SubjectOpenings = ["v v", "ve viec", "ve"];

    /// <summary>Whether the depositor's and the document's statement of one field agree. The parent body comes from the same description.</summary>
    public static bool Same(RecordDescription description, Statement said, Statement read) => read.Field switch
    {
        Field.TypeName => DocumentType.ByCode(said.Value)?.Code == DocumentType.ByCode(read.Value)?.Code,
        Field.IssuedDate => SameDate(said.Value, read.Value),
        Field.CodeNumber or Field.NumberOfPage => Letters(said).TrimStart('0') == Letters(read).TrimStart('0'),
        Field.CodeNotation => SameNotation(description, said.Value, read.Value),
        Field.OrganName => SameIssuer(description, Named(said.Value), Named(read.Value)),
        Field.ParentOrganName or Field.Place => Named(said.Value).SequenceEqual(Named(read.Value)),
        Field.Subject => SameSubject(said.Value, read.Value),
        Field.SignerName => Bare(said) == Bare(read),
        Field.SignerPosition => SamePost(said.Value, read.Value),
        // Lists of recipients are never written twice alike, and a coded urgency has no published list: neither can be compared.
        Field.Recipients => true,
        Field.Priority => said.Value.All(char.IsAsciiDigit) || Letters(said) == Letters(read),
        _ => Letters(said) == Letters(read),
    };

    private static string Letters(Statement statement) => Wording.Letters(statement.Value);

    private static string Bare(Statement name) => Wording.Letters(AcademicTitles.Without(name.Value));

    /// <summary>A partial date agrees with any date it can mean.</summary>
    private static bool SameDate(string said, string read) =>
        PartialDate.TryParse(said, out var one) && PartialDate.TryParse(read, out var other)
        && ((one.Earliest >= other.Earliest && one.Latest <= other.Latest) || (other.Earliest >= one.Earliest && other.Latest <= one.Latest));

    /// <summary>A depositor may put the number, or leave the year, in the notation.</summary>
    private static bool SameNotation(RecordDescription description, string said, string read)
    {
        var number = Wording.Letters(description.Said(Field.CodeNumber, StatementSource.Document)?.Value ?? "");
        var (one, other) = (Groups(said), Groups(read));
        var bare = one.Length > 1 && number.Length > 0 && one[0].TrimStart('0') == number.TrimStart('0') ? one[1..] : one;
        return string.Concat(bare) == string.Concat(other) || string.Concat(WithoutYear(bare)) == string.Concat(WithoutYear(other));
    }

    private static string[] Groups(string symbol) => Wording.Tokens(Wording.PlainMarks(symbol));

    private static string[] WithoutYear(string[] groups) =>
        groups is [['1' or '2', '9' or '0', >= '0' and <= '9', >= '0' and <= '9'], _, ..] ? groups[1..] : groups;

    /// <summary>The same name, the same with its parent before or after it, or the same with the place it serves.</summary>
    private static bool SameIssuer(RecordDescription description, string[] said, string[] read)
    {
        if (said.SequenceEqual(read))
            return true;

        var (shorter, longer) = said.Length < read.Length ? (said, read) : (read, said);
        if (longer.AsSpan().StartsWith(shorter) && Localities.Any(locality => longer.AsSpan(shorter.Length).StartsWith(locality)))
            return true;

        return description.Statements
            .Where(statement => statement.Field == Field.ParentOrganName)
            .Select(statement => Named(statement.Value))
            .Any(parent => longer.SequenceEqual([.. parent, .. shorter]) || longer.SequenceEqual([.. shorter, .. parent]));
    }

    /// <summary>A name's words with the usual abbreviations written out.</summary>
    private static string[] Named(string name) => [.. Wording.Tokens(name).SelectMany(token => token switch
    {
        "ubnd" => ["uy", "ban", "nhan", "dan"],
        "hdnd" => ["hoi", "dong", "nhan", "dan"],
        "tp" => ["thanh", "pho"],
        "tphcm" => ["thanh", "pho", "ho", "chi", "minh"],
        "hcm" => ["ho", "chi", "minh"],
        _ => new[] { token },
    })];

    private static bool SameSubject(string said, string read)
    {
        var (one, other) = (Abstract(said), Abstract(read));
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return shorter == longer || (longer.StartsWith(shorter, StringComparison.Ordinal) && shorter.Length >= PerhapsCut);
    }

    /// <summary>The abstract's letters without the type's name, <c>V/v</c> and <c>Về việc</c> that people put before it or leave out.</summary>
    private static string Abstract(string subject)
    {
        var words = string.Join(' ', Wording.Tokens(subject));
        var type = DocumentType.ByBeginning(words.Split(' '));
        if (type is { } named)
            words = string.Join(' ', words.Split(' ').Skip(named.Words));
        var opening = SubjectOpenings.FirstOrDefault(opening => words.StartsWith(opening + ' ', StringComparison.Ordinal));
        return (opening is null ? words : words[opening.Length..]).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>
    /// The signer's own post stands last; whose place it takes (<c>KT. GIÁM ĐỐC</c>), people leave out or shorten to <c>KT.</c>. A deputy is
    /// not the head: <c>Phó Giám đốc</c> does end like <c>Giám đốc</c>.
    /// </summary>
    private static bool SamePost(string said, string read)
    {
        var (one, other) = (Post(said), Post(read));
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return shorter.Length > 0 && longer.AsSpan().EndsWith(shorter) && (longer.Length == shorter.Length || longer[^(shorter.Length + 1)] != "pho");
    }

    private static string[] Post(string position) => [.. Wording.Tokens(Marks().Replace(position, "")).Select(token => token == "q" ? "quyen" : token)];

    [GeneratedRegex(@"^\s*(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/U/Q)[\s.]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Marks();
}
