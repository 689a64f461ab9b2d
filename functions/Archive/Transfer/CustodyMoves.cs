using System.Globalization;
using Archive.Description;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>A record's steps from one archive to the other: each is one write of its row, so that at every moment exactly one answers for it.</summary>
public static class CustodyMoves
{
    /// <summary>
    /// Claims a record for a consignment; null where it may not go with it: it is in another one, its time has not come, or something keeps it.
    /// A record claimed already is returned as it is.
    /// </summary>
    public static ArchiveRecord? Claim(ArchiveRecord record, string consignment, bool agencyIsRegistered) => record.Transfer switch
    {
        { State: ClockState.Transferring } under => under.Consignment == consignment ? record : null,
        { State: ClockState.Due or ClockState.Overdue or ClockState.Scheduled or ClockState.Noticed } clock when record.Custody == Custody.Agency && Readiness.Obstacles(record, agencyIsRegistered).Count == 0 =>
            record with { Version = record.Version + 1, Transfer = clock with { State = ClockState.Transferring, Consignment = consignment, Reasons = [] } },
        _ => null,
    };

    /// <summary>
    /// Moves custody; null where there is nothing to move. From then on the content is read from the package, whose copy was read back and
    /// compared before, and the agency may release its own (<see cref="ReleasePermit"/>).
    /// </summary>
    /// <param name="record">A record claimed for the consignment.</param>
    /// <param name="consignment">The accepted consignment.</param>
    /// <param name="path">Where the content lies below the preserved packages.</param>
    public static (ArchiveRecord Next, JournalEvent Journal)? Move(ArchiveRecord record, Consignment consignment, string path)
    {
        if (record.Transfer is not { State: ClockState.Transferring } clock || clock.Consignment != consignment.Id || consignment.AcceptedAt is not { } at)
            return null;

        var next = record with
        {
            Version = record.Version + 1,
            Custody = Custody.Historical,
            Preserved = path,
            Permit = ReleasePermit.Grant(consignment, record.Content.Digest),
            Transfer = clock with { State = ClockState.Transferred, TransferredAt = at, NextAction = null },
        };
        var detail = string.Create(CultureInfo.InvariantCulture, $"consignment={consignment.Id}; receipt={consignment.Receipt}; due={clock.Due:yyyy-MM-dd}; policy={clock.Policy}; path={path}");
        return (next, new JournalEvent(EventTypes.Transfer, at, record.Agency.Value, Accession.Admission.Agent, EventOutcome.Success, detail));
    }

    /// <summary>
    /// Gives a claimed record back to its clock; null where it is not claimed by this consignment. What is said of it stays as a reason until it is
    /// changed, so that it does not go out again as it came back.
    /// </summary>
    public static ArchiveRecord? Release(ArchiveRecord record, string consignment, Finding? reason, DateOnly today)
    {
        if (record.Transfer is not { State: ClockState.Transferring } clock || clock.Consignment != consignment)
            return null;

        var late = clock.Due < today;
        return record with
        {
            Version = record.Version + 1,
            Findings = reason is null ? record.Findings : [.. record.Findings, reason],
            Transfer = clock with
            {
                State = late ? ClockState.Overdue : ClockState.Due,
                Consignment = null,
                NextAction = today,
                Reasons = reason is null ? [] : [reason],
            },
        };
    }

    /// <summary>The dossier a record says it belongs to; null for a loose one.</summary>
    public static string? DossierOf(ArchiveRecord record) => record.Description.Value(Field.FileCode);
}
