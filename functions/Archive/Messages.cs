namespace Archive;

/// <summary>
/// Every message of the pipeline, in the order a record meets them. Past-tense facts, ids and versions only, never contents: a message may
/// come twice, late or out of order, and whoever takes it reads the present state.
/// </summary>
public static class Queues
{
    /// <summary>Carries <see cref="UploadOverlooked"/>.</summary>
    public const string UploadOverlooked = "upload-overlooked";

    /// <summary>Carries <see cref="RecordAdmitted"/>.</summary>
    public const string RecordAdmitted = "record-admitted";

    /// <summary>Carries <see cref="RecordChanged"/>.</summary>
    public const string RecordChanged = "record-changed";
}

/// <summary>An upload has lain in the inbox without an outcome: its event was lost, or its run was.</summary>
/// <param name="Blob">Its name below the inbox.</param>
public sealed record UploadOverlooked(string Blob);

/// <summary>A record was admitted, or what its depositor says of it has changed: it is to be described.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Version">The row version that was written.</param>
public sealed record RecordAdmitted(string RecordId, int Version);

/// <summary>What readers may find of a record has changed: it is to be indexed.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Version">The row version that was written.</param>
public sealed record RecordChanged(string RecordId, int Version);
