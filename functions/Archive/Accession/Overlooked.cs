namespace Archive.Accession;

/// <summary>Which uploads reconciliation announces again: those whose event, or whose run, was lost.</summary>
public static class Overlooked
{
    /// <summary>
    /// Whether a blob still in the inbox is due to be taken up again. A decided upload whose blob is still there is due too: its announcement
    /// may have been lost, and taking it up again sends the same one.
    /// </summary>
    public static bool IsDue(Upload? upload, bool isSidecar, DateTimeOffset modified, AdmissionPolicy policy, DateTimeOffset now)
    {
        if (upload is { SetAsideAt: { } setAside } && upload.Status == UploadStatus.Received)
            return now - setAside >= policy.RetrySetAsideAfter;

        var waits = isSidecar && upload is { Status: UploadStatus.Received };
        return now - modified >= (waits ? policy.SidecarPatience : policy.OverlookedAfter);
    }
}
