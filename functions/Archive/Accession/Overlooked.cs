namespace Archive.Accession;

/// <summary>Which uploads reconciliation announces again: those whose event, or whose run, was lost.</summary>
public static class Overlooked
{
    /// <summary>
    /// Whether a blob still in the inbox is due to be taken up again. A decided upload whose blob is still there is due too: its announcement
    /// may have been lost, and taking it up again sends the same one.
    /// </summary>
    /// <param name="upload">Its row, if there is one.</param>
    /// <param name="awaitsOthers">Whether it is one that waits for what is to come beside it: a sidecar, or a folder in a state that was looked at.</param>
    /// <param name="modified">When it was stored, UTC; of a folder, when its last file was.</param>
    /// <param name="policy">The limits.</param>
    /// <param name="now">The time, UTC.</param>
    public static bool IsDue(Upload? upload, bool awaitsOthers, DateTimeOffset modified, AdmissionPolicy policy, DateTimeOffset now)
    {
        if (upload is { SetAsideAt: { } setAside } && upload.Status == UploadStatus.Received)
            return now - setAside >= policy.RetrySetAsideAfter;

        // A package is under way, or its documents wait in a row of thousands: to announce them every few minutes would only make the row longer.
        if (upload is { Status: UploadStatus.Received, TakenUpAt: { } takenUp })
            return now - takenUp >= policy.RetrySetAsideAfter;
        if (upload is { Status: UploadStatus.Awaiting, Within: not null })
            return now - modified >= policy.RetrySetAsideAfter;

        var waits = awaitsOthers && upload is { Status: UploadStatus.Received };
        return now - modified >= (waits ? policy.SidecarPatience : policy.OverlookedAfter);
    }

    /// <summary>
    /// The order in which one run looks through what lies in the inbox. Each run begins as much further as it may announce, and goes round, so
    /// that uploads that fail again and again do not keep it from those whose names come later.
    /// </summary>
    /// <param name="names">Everything, in any order that lasts.</param>
    /// <param name="most">The most one run announces.</param>
    /// <param name="now">The time, UTC; runs are five minutes apart.</param>
    public static IEnumerable<string> InTurn(IReadOnlyList<string> names, int most, DateTimeOffset now)
    {
        var run = now.ToUnixTimeSeconds() / (5 * 60);
        var start = names.Count == 0 ? 0 : (int)(run * most % names.Count);
        return names.Skip(start).Concat(names.Take(start));
    }
}
