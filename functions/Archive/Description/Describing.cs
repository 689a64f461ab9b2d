using System.Globalization;
using Archive.Records;

namespace Archive.Description;

/// <summary>What describing a record comes to.</summary>
/// <param name="Record">Its next version.</param>
/// <param name="Journal">The journal lines that explain it.</param>
public sealed record Describing(ArchiveRecord Record, IReadOnlyList<JournalEvent> Journal)
{
    /// <summary>
    /// Describes an admitted record from one reading of its content: the depositor's values stay, the document's stand beside them, and what
    /// they disagree on becomes a finding. What an archivist has said of it stands beside both. A secrecy stamp that was not seen at admission, where the first page has less time, withholds the
    /// record now, before anybody could find it.
    /// </summary>
    public static Describing Of(ArchiveRecord admitted, DocumentReading reading, string agent, DateTimeOffset now)
    {
        var depositor = admitted.Description.Statements.Where(said => said.Source == StatementSource.Depositor).ToList();
        List<Statement> document = [.. PageReading.Read(reading.Pages), .. EmbeddedReading.Read(reading.Properties), .. PageCount(reading)];
        var kept = admitted.Findings.Where(finding => finding.Code[0] is not ('D' or 'T') || finding.Code == FindingCodes.FoundSecret.Id);
        var stamp = PageReading.MayBeStamped(admitted.Content.Format.Family) ? PageReading.SecretStamp(reading.Pages) : null;
        if (stamp is not null)
            kept = kept.Append(Finding.Of(FindingCodes.FoundSecret, "page 1", stamp));
        var merged = DescriptionMerge.Merge(depositor, document, [.. kept, .. reading.Findings]);
        var described = admitted with
        {
            Version = admitted.Version + 1,
            Status = stamp is null ? RecordStatus.Described : RecordStatus.Withheld,
            Description = new RecordDescription([.. merged.Description.Statements, .. admitted.Description.Statements.Where(said => said.Source == StatementSource.Archivist)]),
            Findings = merged.Findings,
            Signatures = reading.Signatures,
        };
        return new Describing(described, [.. Lines(described, document, agent, now)]);
    }

    /// <summary>
    /// Whether a message speaks of a state that was restated since and is not described yet: the restatement has its own message, and its
    /// sidecar lies in the inbox until that one is done, so nothing is lost by leaving this one.
    /// </summary>
    public static bool IsOvertaken(ArchiveRecord held, RecordAdmitted message) => held.Status == RecordStatus.Admitted && held.Version > message.Version;

    private static IEnumerable<Statement> PageCount(DocumentReading reading) => reading.PageCount is { } pages
        ? [new Statement(Field.NumberOfPage, pages.ToString(CultureInfo.InvariantCulture), StatementSource.Document, 1, "file")]
        : [];

    private static IEnumerable<JournalEvent> Lines(ArchiveRecord described, IReadOnlyList<Statement> document, string agent, DateTimeOffset now)
    {
        yield return new JournalEvent(EventTypes.MetadataExtraction, now, described.Agency.Value, agent, EventOutcome.Success, $"fields={string.Join(',', document.Select(said => said.Field))}");
        foreach (var signature in described.Signatures)
        {
            var sound = signature is { Intact: true, CoversWholeFile: true };
            yield return new JournalEvent(
                EventTypes.DigitalSignatureValidation,
                now,
                described.Agency.Value,
                agent,
                sound ? EventOutcome.Success : EventOutcome.Failure,
                $"signer={signature.Signer}; signedAt={signature.SignedAt:O}; intact={signature.Intact}; coversWholeFile={signature.CoversWholeFile}");
        }
    }
}
