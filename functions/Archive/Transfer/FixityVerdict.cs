using Archive.Accession;
using Archive.Records;
using Archive.Transfer.Receipts;

namespace Archive.Transfer;

/// <summary>What a fixity check means for a record.</summary>
public abstract record FixityVerdict
{
    private FixityVerdict()
    {
    }

    /// <summary>Nothing: all is as it was, the record has no permit of this consignment, or the run has said it before.</summary>
    public sealed record Nothing : FixityVerdict;

    /// <summary>The permit lapses, or one that has lapsed fails again: the agency's copy stays.</summary>
    /// <param name="Next">The record's next version.</param>
    /// <param name="Journal">A line for each file.</param>
    public sealed record Lapses(ArchiveRecord Next, IReadOnlyList<JournalEvent> Journal) : FixityVerdict;

    /// <summary>The permit was used before: nobody has a copy that is known to be sound. An operator is told at once.</summary>
    /// <param name="Next">The record's next version.</param>
    /// <param name="Journal">A line for each file.</param>
    public sealed record Lost(ArchiveRecord Next, IReadOnlyList<JournalEvent> Journal) : FixityVerdict;

    /// <summary>
    /// Decides by the record as it is now, so that a run that is repeated finds what it has said. Everything one run says of a record is said
    /// in one write.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="consignment">The consignment whose package was read.</param>
    /// <param name="readings">Files of the record, or of the package it is in, by the runs that read them; those that match say nothing.</param>
    /// <param name="now">UTC.</param>
    public static FixityVerdict Decide(ArchiveRecord record, string consignment, IReadOnlyList<FixityReading> readings, DateTimeOffset now)
    {
        if (record.Permit is not { } permit || permit.Consignment != consignment)
            return new Nothing();

        var known = permit.Lapsed?.Checks ?? [];
        var failed = readings.Where(reading => reading.Finding is not null && !known.Contains(reading.Check)).ToList();
        if (failed.Count == 0)
            return new Nothing();

        var checks = failed.Select(reading => reading.Check).Distinct();
        var first = failed[0].Finding!;
        var lost = permit.Used is null ? [] : new[] { Finding.Of(FindingCodes.PreservedCopyLost, first.Where, first.Where) };
        var next = record with
        {
            Version = record.Version + 1,
            Findings = [.. record.Findings.Concat(failed.Select(reading => reading.Finding!)).Concat(lost).DistinctBy(finding => (finding.Code, finding.Where))],
            Permit = permit with { Lapsed = new PermitLapse(permit.Lapsed?.At ?? now, permit.Lapsed?.Finding ?? first, [.. known, .. checks]) },
        };
        var released = permit.Used is null ? "kept" : "released";
        IReadOnlyList<JournalEvent> journal =
            [.. failed.Select(reading => new JournalEvent(EventTypes.FixityCheck, now, Acceptance.Automatic, Admission.Agent, EventOutcome.Failure, $"{reading.Detail}; permit=lapsed; agencyCopy={released}"))];
        return permit.Used is null ? new Lapses(next, journal) : new Lost(next, journal);
    }
}
