using Archive.Packages.Rules;
using Archive.Records;

namespace Archive.Accession;

/// <summary>Everything reading an uploaded package gave.</summary>
/// <param name="Agency">The registered agency of its folder; null for a stranger.</param>
/// <param name="Blob">The upload's blob.</param>
/// <param name="Name">Its name below the folder.</param>
/// <param name="Size">In bytes, as packed.</param>
/// <param name="Digest">Of the bytes as packed; null where nobody had declared one to compare it with.</param>
/// <param name="DeclaredSize">Declared with the slot.</param>
/// <param name="DeclaredDigest">Declared with the slot.</param>
/// <param name="Report">What checking it found.</param>
/// <param name="Documents">How many documents it holds; 0 where that could not be read.</param>
/// <param name="FileCode">Mã hồ sơ, verbatim; null where it gives none.</param>
/// <param name="MarkedSecret">Where it is said that something in it is secret (<c>mode</c> 03); null where nowhere.</param>
public sealed record PackageArrival(
    Agency? Agency,
    string Blob,
    string Name,
    long Size,
    Sha256Digest? Digest,
    long? DeclaredSize,
    Sha256Digest? DeclaredDigest,
    PackageReport Report,
    int Documents,
    string? FileCode,
    string? MarkedSecret);

/// <summary>The decision on a package at the archive's door (TT 05/2025, art. 17-25): all of it comes in, or nothing.</summary>
public static class PackageAdmission
{
    /// <summary>
    /// Findings told with the upload. A package may break a rule at every one of its files: the report names them all, and the upload's row, which ends
    /// at 1 MiB, the first.
    /// </summary>
    public const int MostFindings = 50;

    private const int LongestQuoted = 300;

    /// <summary>What is to be said of the package; it is taken apart when none of it is an error.</summary>
    public static IReadOnlyList<Finding> Judge(PackageArrival arrival, AdmissionPolicy policy) =>
        [.. Outside(arrival, policy).Concat(Inside(arrival)).OrderByDescending(finding => finding.Severity).Take(MostFindings)];

    private static IEnumerable<Finding> Outside(PackageArrival arrival, AdmissionPolicy policy) =>
        Admission.Outside(arrival.Agency, arrival.Blob, arrival.Name, arrival.Size, policy)
            .Concat(Admission.Fixity(arrival.Name, arrival.Size, arrival.Digest, [arrival.DeclaredSize], [arrival.DeclaredDigest]));

    private static IEnumerable<Finding> Inside(PackageArrival arrival)
    {
        if (arrival.MarkedSecret is { } place)
            yield return Finding.Of(FindingCodes.SecretMarking, place, "03");

        // A dissemination package is a copy made for a reader: nothing in it is a record of the agency's.
        if (arrival.Report.Specification is { Name: "dip" or "tt05-dip" } copy)
            yield return Finding.Of(FindingCodes.PackageNotForDeposit, arrival.Name, copy.Code);
        if (arrival is { Report: { Verdict: PackageVerdict.Valid }, Documents: 0 })
            yield return Finding.Of(FindingCodes.PackageWithoutDocuments, arrival.Name);
        if (arrival is { Agency.Code: var agency, FileCode: { } code } && !IsOf(agency, code))
            yield return Finding.Of(FindingCodes.PackageOfOtherAgency, arrival.Name, code, agency.Value);
        foreach (var finding in arrival.Report.Findings)
            yield return Of(finding);
    }

    /// <summary>
    /// Whether a dossier's code holds its agency's, in the order of QĐ 20/2020/QĐ-TTg or of QCVN 102:2016; codes of TT 02/2019 have the archive's before it.
    /// It need not: a closed fonds has the code of the fonds there, and a merged agency its old one.
    /// </summary>
    private static bool IsOf(AgencyCode agency, string fileCode)
    {
        var parts = fileCode.Split('.');
        var runs = from start in Enumerable.Range(0, parts.Length)
                   from end in Enumerable.Range(start + 1, parts.Length - start)
                   select string.Join('.', parts[start..end]);
        return runs.Any(run => AgencyCode.TryParse(run, out var code) && code == agency);
    }

    private static Finding Of(PackageFinding broken)
    {
        var code = broken.Level switch
        {
            RuleLevel.Must => FindingCodes.PackageRuleBroken,
            RuleLevel.Should => FindingCodes.PackageRuleUnheeded,
            _ => FindingCodes.PackageRuleNoted,
        };
        return Finding.Of(code, Cut($"{broken.File} {broken.Where}".Trim()), broken.RuleId, Cut(broken.Found), Cut(broken.Expected));
    }

    private static string Cut(string text) => text.Length <= LongestQuoted ? text : text[..LongestQuoted] + "…";
}
