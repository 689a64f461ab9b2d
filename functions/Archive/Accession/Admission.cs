using Archive.Description;
using Archive.Records;

namespace Archive.Accession;

/// <summary>Everything one pass over an upload gave.</summary>
/// <param name="Agency">The registered agency of its folder; null for a stranger.</param>
/// <param name="Blob">The upload and the state of it that was read.</param>
/// <param name="Name">Its name below the folder.</param>
/// <param name="ReceivedAt">When its last byte was stored, UTC.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Digest">Null when the bytes were not read: too many.</param>
/// <param name="Format">What they are.</param>
/// <param name="ContentFindings">What checking them gave.</param>
/// <param name="SecretStamp">The secrecy stamp seen on the first page, or null.</param>
/// <param name="DeclaredSize">Declared with the slot.</param>
/// <param name="DeclaredDigest">Declared with the slot.</param>
/// <param name="Statement">What the depositor says, if anything.</param>
public sealed record UploadFacts(
    Agency? Agency,
    InboxBlob Blob,
    string Name,
    DateTimeOffset ReceivedAt,
    long Size,
    Sha256Digest? Digest,
    FormatIdentity Format,
    IReadOnlyList<Finding> ContentFindings,
    string? SecretStamp,
    long? DeclaredSize,
    Sha256Digest? DeclaredDigest,
    Stated? Statement);

/// <summary>A depositor's statement, read.</summary>
/// <param name="Source">Its bytes and where they came from.</param>
/// <param name="Reading">What it says, or why it cannot be read.</param>
public sealed record Stated(DepositorStatement Source, SidecarReading Reading);

/// <summary>What becomes of an upload.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It becomes a record.</summary>
    /// <param name="Record">The record, version 1.</param>
    /// <param name="Journal">Its first journal lines.</param>
    public sealed record Admitted(ArchiveRecord Record, IReadOnlyList<JournalEvent> Journal) : Verdict;

    /// <summary>It goes to quarantine.</summary>
    /// <param name="Findings">Why; at least one is an error.</param>
    /// <param name="Erase">Whether the bytes must not be kept at all: secret content on a networked system (TT 02/2019, art. 8).</param>
    public sealed record Refused(IReadOnlyList<Finding> Findings, bool Erase) : Verdict;
}

/// <summary>The decision at the archive's door (TT 05/2025, art. 17-25: checks on receipt).</summary>
public static class Admission
{
    /// <summary>The software named in journals.</summary>
    public const string Agent = "ArchiveFunctions";

    /// <summary>Judges an upload by its facts alone. Whether the record is held already shows when it is written.</summary>
    public static Verdict Judge(UploadFacts facts, AdmissionPolicy policy, DateTimeOffset now)
    {
        var findings = Findings(facts, policy).ToList();
        var errors = findings.Any(finding => finding.Severity == Severity.Error);
        return !errors && facts is { Agency: { } agency, Digest: { } digest }
            ? Admit(facts, agency, digest, findings, now)
            : new Verdict.Refused(findings, Erase: findings.Any(finding => finding.Code == FindingCodes.SecretMarking.Id));
    }

    /// <summary>
    /// What becomes of an upload whose record exists: its own earlier run wrote it (then it is admitted, once more), or an earlier upload did
    /// (then it is already held).
    /// </summary>
    public static UploadStatus Meet(Verdict.Admitted admitted, ArchiveRecord held) =>
        held.Origins[0] == admitted.Record.Origins[0] ? UploadStatus.Admitted : UploadStatus.AlreadyHeld;

    /// <summary>What is judged without looking into an upload, whatever it is.</summary>
    internal static IEnumerable<Finding> Outside(Agency? agency, string blob, string name, long size, AdmissionPolicy policy)
    {
        if (!UploadName.IsSafe(name))
            yield return Finding.Of(FindingCodes.UnsafeName, Printable(name));
        if (agency is null)
            yield return Finding.Of(FindingCodes.UnknownAgency, Printable(blob));
        if (size == 0)
            yield return Finding.Of(FindingCodes.Empty, name);
        if (size > policy.MaxBytes)
            yield return Finding.Of(FindingCodes.TooLarge, name, $"{size}", $"{policy.MaxBytes}");
    }

    /// <summary>What was declared of an upload, each beside what it is; of a digest nobody computed nothing is said.</summary>
    internal static IEnumerable<Finding> Fixity(string name, long size, Sha256Digest? digest, IEnumerable<long?> declaredSizes, IEnumerable<Sha256Digest?> declaredDigests)
    {
        foreach (var declared in declaredSizes)
        {
            if (declared is { } said && said != size)
                yield return Finding.Of(FindingCodes.FixityMismatch, name, $"{said}", $"{size}");
        }

        foreach (var declared in declaredDigests)
        {
            if (declared is { } said && digest is { } computed && said != computed)
                yield return Finding.Of(FindingCodes.FixityMismatch, name, said.Value, computed.Value);
        }
    }

    private static IEnumerable<Finding> Findings(UploadFacts facts, AdmissionPolicy policy)
    {
        foreach (var finding in Outside(facts.Agency, facts.Blob.Name, facts.Name, facts.Size, policy))
            yield return finding;
        if (facts.SecretStamp is { } stamp)
            yield return Finding.Of(FindingCodes.SecretMarking, $"{facts.Name}, page 1", stamp);

        // The slot and the sidecar may both declare; each is compared.
        var read = facts.Statement?.Reading as SidecarReading.Read;
        var fixity = Fixity(facts.Name, facts.Size, facts.Digest, [facts.DeclaredSize, read?.DeclaredSize], [facts.DeclaredDigest, read?.DeclaredDigest]);
        foreach (var finding in facts.ContentFindings.Concat(fixity).Concat(OfStatement(facts)))
            yield return finding;
    }

    private static IEnumerable<Finding> OfStatement(UploadFacts facts) => facts.Statement?.Reading switch
    {
        SidecarReading.Broken broken => [broken.Finding],
        SidecarReading.Read read when SaysSecret(read.Statements) => [.. read.Findings, Finding.Of(FindingCodes.SecretMarking, Field.Mode, "03")],
        SidecarReading.Read read => read.Findings,
        _ => [],
    };

    /// <summary>Whether the depositor marks the document secret (<c>mode</c> 03).</summary>
    internal static bool SaysSecret(IReadOnlyList<Statement> statements) => statements.Any(statement => statement is { Field: Field.Mode, Value: "03" });

    private static Verdict.Admitted Admit(UploadFacts facts, Agency agency, Sha256Digest digest, IReadOnlyList<Finding> findings, DateTimeOffset now)
    {
        var sidecar = facts.Statement?.Source.Blob;
        var record = new ArchiveRecord
        {
            Id = RecordId.ForContent(agency.Code, digest),
            Agency = agency.Code,
            Version = 1,
            Status = RecordStatus.Admitted,
            Custody = Custody.Agency,
            Content = new Content(1, digest, facts.Size, facts.Format, facts.Name),
            ReceivedAt = facts.ReceivedAt,
            AdmittedAt = now,
            Origins = sidecar is null ? [facts.Blob] : [facts.Blob, sidecar],
            Description = new RecordDescription(facts.Statement?.Reading is SidecarReading.Read read ? read.Statements : []),
            Findings = findings,
        };
        return new Verdict.Admitted(record, Journal(record, now));
    }

    private static IReadOnlyList<JournalEvent> Journal(ArchiveRecord record, DateTimeOffset now)
    {
        JournalEvent Line(string type, string detail) => new(type, now, record.Agency.Value, Agent, EventOutcome.Success, detail);
        return
        [
            Line(EventTypes.Capture, $"blob={record.Origins[0].Name}; etag={record.Origins[0].ETag}"),
            Line(EventTypes.MessageDigestCalculation, $"sha256={record.Content.Digest}; size={record.Content.Size}"),
            Line(EventTypes.FormatIdentification, $"puid={record.Content.Format.Puid}; format={record.Content.Format.Name}"),
            Line(EventTypes.Validation, $"findings={string.Join(',', record.Findings.Select(finding => finding.Code))}"),
            Line(EventTypes.Ingestion, $"record={record.Id}"),
        ];
    }

    /// <summary>A hostile name, so that a finding can show it.</summary>
    private static string Printable(string name) =>
        string.Concat(name.Take(120).Select(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format ? '\uFFFD' : letter));
}
