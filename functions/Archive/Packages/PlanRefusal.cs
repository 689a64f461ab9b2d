using System.Text;
using Archive.Records;

namespace Archive.Packages;

/// <summary>Why a package cannot be written as planned.</summary>
public abstract record PlanRefusal
{
    private PlanRefusal()
    {
    }

    /// <summary>A field of the plan that every package needs is blank.</summary>
    public sealed record Blank(string Field) : PlanRefusal;

    /// <summary>No records, or more than <see cref="PackagePlan.MostRecords"/>.</summary>
    public sealed record WrongCount(int Count) : PlanRefusal;

    /// <summary>A document's name could leave the package's folder or break on some file system.</summary>
    public sealed record UnsafeName(string DocId) : PlanRefusal;

    /// <summary>Two documents would be one file, on a file system that ignores case or composes letters.</summary>
    public sealed record SameName(string DocId, string Other) : PlanRefusal;

    /// <summary>One record twice.</summary>
    public sealed record SameRecord(RecordId Id) : PlanRefusal;

    /// <summary>Everything that speaks against a plan; nothing when it can be written.</summary>
    public static IReadOnlyList<PlanRefusal> Of(PackagePlan plan) =>
    [
        .. Blanks(plan),
        .. plan.Records.Count is > 0 and <= PackagePlan.MostRecords ? [] : new PlanRefusal[] { new WrongCount(plan.Records.Count) },
        .. plan.Records.Where(record => !PackageNames.IsSafe(record.DocId)).Select(record => new UnsafeName(record.DocId)),
        .. plan.Records.GroupBy(record => Compared(record.DocId)).Where(group => group.Count() > 1).Select(group => new SameName(group.First().DocId, group.ElementAt(1).DocId)),
        .. plan.Records.GroupBy(record => record.Id).Where(group => group.Count() > 1).Select(group => new SameRecord(group.Key)),
    ];

    private static IEnumerable<PlanRefusal> Blanks(PackagePlan plan)
    {
        (string Name, string? Value)[] needed =
        [
            (nameof(plan.FondsCode), plan.FondsCode), (nameof(plan.AgencyName), plan.AgencyName), (nameof(plan.SubmissionCode), plan.SubmissionCode),
            (nameof(plan.Title), plan.Title), (nameof(plan.FileCode), plan.Kind == PackageKind.Dossier ? plan.FileCode : plan.SubmissionCode),
        ];
        return needed.Where(field => string.IsNullOrWhiteSpace(field.Value)).Select(field => new Blank(field.Name));
    }

    /// <summary>Broken surrogates cannot be normalised; such a name is unsafe anyway.</summary>
    private static string Compared(string name) => (PackageNames.IsSafe(name) ? name.Normalize(NormalizationForm.FormC) : name).ToUpperInvariant();
}
