using Archive.Description;
using SampleMaker.Papers;

namespace SampleMaker.Sidecars;

/// <summary>What a reader of a paper's pages must find, whatever its sidecar says.</summary>
internal static class ExpectedReading
{
    /// <summary>The entry of <c>expected.json</c>.</summary>
    public static object Of(Paper paper) => new
    {
        Path = PaperFiles.Path(paper),
        paper.Agency,
        paper.Form,
        HasText = paper.Form != "scan",
        Pages = PaperFiles.PageCount(paper),
        Sidecar = paper["sidecar"] ?? "none",
        Fields = Fields(paper),
        Unsure = paper["unsure"]?.Split(';', StringSplitOptions.TrimEntries) ?? [],
        Findings = paper["findings"]?.Split(';', StringSplitOptions.TrimEntries) ?? [],
    };

    private static Dictionary<string, string?> Fields(Paper paper) => paper.Form == "xlsx" ? Listed(paper) : Printed(paper);

    private static Dictionary<string, string?> Printed(Paper paper) => new()
    {
        [Field.TypeName] = paper["code"],
        [Field.CodeNumber] = paper["number"],
        [Field.CodeNotation] = paper["notation"],
        [Field.IssuedDate] = paper["date"] ?? paper["read-date"],
        [Field.Place] = paper["place"],
        [Field.OrganName] = paper.Joined("organ"),
        [Field.ParentOrganName] = paper.Joined("parent"),
        [Field.Subject] = paper.Subject,
        [Field.SignerName] = paper["signer"],
        [Field.SignerPosition] = paper.Joined("authority"),
        [Field.Recipients] = Recipients(paper),
        [Field.Priority] = paper["stamp"],
    };

    /// <summary>A sheet has no head: only its title can be read.</summary>
    private static Dictionary<string, string?> Listed(Paper paper)
    {
        var fields = Printed(paper).Keys.ToDictionary(field => field, _ => (string?)null);
        fields[Field.Subject] = paper.Subject;
        return fields;
    }

    /// <summary>Addressees, then recipients; the file copy (Lưu) is none.</summary>
    private static string? Recipients(Paper paper)
    {
        var named = paper.Lines("to").Concat(paper.Lines("recipients").Where(line => !line.StartsWith("Lưu", StringComparison.Ordinal))).ToList();
        return named.Count == 0 ? null : string.Join("; ", named);
    }
}
