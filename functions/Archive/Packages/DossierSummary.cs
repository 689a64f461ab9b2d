using System.Globalization;
using Archive.Description;
using Archive.Records;

namespace Archive.Packages;

/// <summary>What the documents, one after another, say of their dossier where nobody has said it of the dossier itself.</summary>
internal sealed class DossierSummary
{
    private readonly SortedSet<string> languages = new(StringComparer.Ordinal);
    private int count;
    private int pages;
    private string? maintenance;
    private string? mode;
    private PartialDate? first;
    private PartialDate? last;
    private bool backup;
    private bool backupDue;

    /// <summary>Takes one more document into account.</summary>
    public void Add(RecordDescription said)
    {
        count++;
        pages += int.TryParse(said.Value(Field.NumberOfPage), NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 0;
        languages.UnionWith(said.Value(Field.Language)?.Split(';') ?? []);

        // Of mixed periods the longest stands (Law 33/2024, art. 15), which has the lowest code; of mixed access the strictest, which has the highest.
        maintenance = Codes(maintenance, said.Value(Field.Maintenance)).Min(StringComparer.Ordinal);
        mode = Codes(mode, said.Value(Field.Mode)).Max(StringComparer.Ordinal);
        if (PartialDate.TryParse(said.Value(Field.IssuedDate) ?? said.Value(Field.PhotoTime) ?? said.Value(Field.RecordDate), out var date))
        {
            first = first is { } early && early.Earliest <= date.Earliest ? early : date;
            last = last is { } late && late.Latest >= date.Latest ? late : date;
        }

        backup |= said.Value(Field.RiskRecovery) == "1";
        backupDue |= said.Value(Field.RiskRecovery) == "1" && said.Value(Field.RiskRecoveryStatus) != "01";
    }

    /// <summary>The 7 fields of the request a DIP answers (TT 05/2025, annex on DIP); the plan says them.</summary>
    private static readonly string[] OfRequest = ["requestID", "requestDate", "purpose", "purposeContent", "feeObjectType", "researchTopic", Field.Description];

    /// <summary>The 18 fields of a dossier in an AIP, the 4 of a batch, or the 7 of a request.</summary>
    public IEnumerable<(string Name, string? Value)> Fields(PackagePlan plan)
    {
        (string Name, string? Value)[] fields = plan.Kind == PackageKind.Dissemination ? [.. OfRequest.Select(name => (name, (string?)null))]
            : plan.Kind == PackageKind.LooseBatch ? [("arcFileCode", plan.ArchiveFileCode), ("title", plan.Title), ("source", null), (Field.Description, null)]
            :
            [
                ("arcFileCode", plan.ArchiveFileCode), ("title", plan.Title), (Field.Maintenance, maintenance), (Field.Mode, mode),
                (Field.Language, languages.Count > 0 ? string.Join(';', languages) : null), ("startDate", first?.ToString()), ("endDate", last?.ToString()),
                (Field.Keyword, null), ("totalDoc", Number(count)), ("numberOfPaper", null), (Field.NumberOfPage, Number(pages)), (Field.Format, null),
                (Field.InforSign, null), (Field.ConfidenceLevel, null), ("paperFileCode", null), (Field.RiskRecovery, backup ? "1" : "0"),
                (Field.RiskRecoveryStatus, Status(plan)), (Field.Description, null),
            ];
        return fields.Select(field => (field.Name, plan.Described.TryGetValue(field.Name, out var said) ? said : field.Value));
    }

    /// <summary>Of a backup that is not wanted there is no state, whatever the documents' is.</summary>
    private string? Status(PackagePlan plan) => !backup || plan.Described.GetValueOrDefault(Field.RiskRecovery) == "0" ? null : backupDue ? "02" : "01";

    private static IEnumerable<string> Codes(params IEnumerable<string?> codes) => codes.OfType<string>();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
