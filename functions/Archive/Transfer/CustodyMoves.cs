using System.Globalization;
using Archive.Description;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>A record's steps from one archive to the other: each is one write of its row, so that at every moment exactly one answers for it.</summary>
public static class CustodyMoves
{
    /// <summary>
    /// Claims a record for a consignment; null where it may not go with it: it is in another one, its time has not come, or something keeps it.
    /// A record claimed already is returned as it is. One that was granted a longer term while it waited for its consignment does not go.
    /// </summary>
    public static ArchiveRecord? Claim(ArchiveRecord record, string consignment, bool agencyIsRegistered) => record.Transfer switch
    {
        { State: ClockState.Transferring } under => under.Consignment == consignment ? record : null,
        { State: ClockState.Due or ClockState.Overdue or ClockState.Scheduled or ClockState.Noticed, RunsLonger: false } clock when record.Custody == Custody.Agency && Readiness.Obstacles(record, agencyIsRegistered).Count == 0 =>
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
    /// What keeps records that were claimed for a consignment from going on with it, each code once; none when all of them may. A hold or a secret
    /// marking comes whenever it comes: it is looked for before the package is written and again before anybody signs.
    /// </summary>
    /// <param name="records">The records as they are now.</param>
    /// <param name="consignment">The consignment that claimed them.</param>
    /// <param name="agencyIsRegistered">Whether their agency is registered now.</param>
    public static IReadOnlyList<Finding> Kept(IEnumerable<ArchiveRecord> records, string consignment, bool agencyIsRegistered) =>
    [
        .. records.SelectMany(record => record.Transfer is { State: ClockState.Transferring } clock && clock.Consignment == consignment
                ? Readiness.Obstacles(record, agencyIsRegistered)
                : [Finding.Of(FindingCodes.TransferUnclaimed, "record")])
            .DistinctBy(finding => finding.Code).OrderBy(finding => finding.Code, StringComparer.Ordinal)
            // Who may see the consignment need not see the record, nor why it is held.
            .Select(finding => finding with { Where = "record", Values = [.. finding.Values.Select(_ => "…")] }),
    ];

    /// <summary>
    /// Gives a claimed record back to its clock, with what keeps it now. What was given back before is returned as it is, so that what follows a
    /// record's clock is repeated after a kill; null for a record that is in another consignment or whose way has ended. A policy that came into force
    /// while the record was on its way passed it by, so it gets its clock by that one: none where it is not transferred any more.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="consignment">The consignment it was put in.</param>
    /// <param name="said">What is found of it or said of it: it stays with the record until that is changed, so that it does not go out again as it came back.</param>
    /// <param name="agencyIsRegistered">Whether its agency is registered now.</param>
    /// <param name="policy">The policy in force today.</param>
    /// <param name="today">In Asia/Ho_Chi_Minh.</param>
    public static ArchiveRecord? Release(ArchiveRecord record, string consignment, Finding? said, bool agencyIsRegistered, TransferPolicy policy, DateOnly today)
    {
        if (record.Transfer is not { State: ClockState.Transferring } clock || clock.Consignment != consignment)
            return record.Transfer is { IsSettled: false } ? record : null;

        var next = record with { Version = record.Version + 1, Findings = said is null ? record.Findings : [.. record.Findings, said] };
        var back = clock with
        {
            State = clock.Due < today ? ClockState.Overdue : ClockState.Due,
            Consignment = null,
            NextAction = today,
            Reasons = Readiness.Obstacles(next, agencyIsRegistered),
        };
        return next with { Transfer = clock.Policy == policy.Id ? back : ClockSetting.Of(next with { Transfer = back }, agencyIsRegistered, policy, today) };
    }

    /// <summary>The dossier a record says it belongs to; null for a loose one.</summary>
    public static string? DossierOf(ArchiveRecord record) => record.Description.Value(Field.FileCode);
}
