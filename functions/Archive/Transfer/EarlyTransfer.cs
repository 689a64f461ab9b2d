using Archive.Records;

namespace Archive.Transfer;

/// <summary>The wish to hand a record over before its time.</summary>
public static class EarlyTransfer
{
    /// <summary>
    /// What keeps the record from going early; none when it can wait for the next consignment. What has no due day yet lacks what sets it,
    /// whatever else is complete. What two persons granted a longer term is exempt as long as that runs, and no one person hands it over with its
    /// dossier. Nothing that keeps a record on its day is overlooked because somebody is in a hurry.
    /// </summary>
    public static IReadOnlyList<Finding> Obstacles(ArchiveRecord record) => record.Transfer switch
    {
        null or { State: ClockState.Exempt } or { RunsLonger: true } => [Finding.Of(FindingCodes.TransferNotSubject, "record")],
        { IsSettled: true } => [Finding.Of(FindingCodes.TransferUnderWay, "record")],
        var clock => [.. clock.State == ClockState.Undetermined ? clock.Reasons : [], .. Readiness.Obstacles(record, agencyIsRegistered: true)],
    };
}
