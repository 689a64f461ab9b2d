using System.Text.Json.Serialization;
using Archive.Records;

namespace Archive.Accession;

/// <summary>Where an upload stands, as its depositor sees it.</summary>
public enum UploadStatus
{
    /// <summary>A slot was given out; nothing has arrived.</summary>
    Awaiting,

    /// <summary>Arrived; no outcome yet. A sidecar stays so until its document comes.</summary>
    Received,

    /// <summary>It became a record, or told of one.</summary>
    Admitted,

    /// <summary>It lies in quarantine, with its findings.</summary>
    Refused,

    /// <summary>The same bytes are held already, as the record named.</summary>
    AlreadyHeld,

    /// <summary>A package that was found sound and taken apart: its documents are uploads of their own, each with its outcome.</summary>
    Unpacked,
}

/// <summary>Where in a package a document came.</summary>
/// <param name="Upload">The package's upload.</param>
/// <param name="Ordinal">Its place among the package's documents, from 1.</param>
/// <param name="Path">Its path in the package, as written there.</param>
public sealed record PackagePlace(string Upload, int Ordinal, string Path);

/// <summary>What a package turned out to hold.</summary>
/// <param name="Specification">What it follows, as <see cref="Packages.Rules.Specification.Code"/> writes it.</param>
/// <param name="FileCode">Mã hồ sơ, verbatim; null for a batch of loose documents or where nobody gave one.</param>
/// <param name="Title">Of the dossier or batch; empty where nobody gave one.</param>
/// <param name="Documents">How many documents it holds.</param>
public sealed record UnpackedPackage(string Specification, string? FileCode, string Title, int Documents);

/// <summary>What a depositor said in advance or beside a document, byte for byte.</summary>
/// <param name="Bytes">The JSON or XML as it came.</param>
/// <param name="Blob">The sidecar blob it came as; null when it came with the slot.</param>
public sealed record DepositorStatement(byte[] Bytes, InboxBlob? Blob);

/// <summary>What became of one upload. One row for each blob name, written by slots, by runs and by reconciliation, always against its ETag.</summary>
public sealed record Upload
{
    /// <summary>Lines of the journal that are kept.</summary>
    public const int MostJournal = 20;

    /// <summary>Name-based (<see cref="RecordId.ForUpload"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The inbox folder, as written.</summary>
    public required string Folder { get; init; }

    /// <summary>The name below it.</summary>
    public required string Name { get; init; }

    /// <summary>The document's name where it is not the blob's: a slot puts a folder of its own before it.</summary>
    public string? GivenName { get; init; }

    /// <summary>The name its depositor knows it by, and the record keeps.</summary>
    [JsonIgnore]
    public string DocumentName => GivenName ?? Name;

    /// <summary>Where it stands.</summary>
    public required UploadStatus Status { get; init; }

    /// <summary>When the archive first heard of it, UTC.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When the slot ends, UTC, if one was given out.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The state of the blob that the outcome is about.</summary>
    public string? ETag { get; init; }

    /// <summary>When the outcome was reached, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Size in bytes, declared with the slot.</summary>
    public long? DeclaredSize { get; init; }

    /// <summary>SHA-256, declared with the slot.</summary>
    public string? DeclaredDigest { get; init; }

    /// <summary>What the depositor says of the document.</summary>
    public DepositorStatement? Statement { get; init; }

    /// <summary>The records it became.</summary>
    public IReadOnlyList<string> RecordIds { get; init; } = [];

    /// <summary>The row version written for the last of them: what the announcement names.</summary>
    public int RecordVersion { get; init; }

    /// <summary>The package it came in, for a document of one.</summary>
    public PackagePlace? Within { get; init; }

    /// <summary>What it held, for a package that was taken apart.</summary>
    public UnpackedPackage? Unpacked { get; init; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>When a run last began on it, UTC; only of packages, whose runs may take longer than an upload lies unnoticed.</summary>
    public DateTimeOffset? TakenUpAt { get; init; }

    /// <summary>When it was last set aside after failing repeatedly, UTC.</summary>
    public DateTimeOffset? SetAsideAt { get; init; }

    /// <summary>What happened to it, for uploads that have no record to hold a journal.</summary>
    public IReadOnlyList<JournalEvent> Journal { get; init; } = [];

    /// <summary>Whether this state of the blob has its outcome.</summary>
    public bool IsDecided(string etag) => ETag == etag && Status is (UploadStatus.Admitted or UploadStatus.Refused or UploadStatus.AlreadyHeld or UploadStatus.Unpacked);

    /// <summary>
    /// The outcome of a state of its blob. The statement goes with it: it must not be taken for one of the next upload under this name. Neither
    /// are an earlier upload's records this one's.
    /// </summary>
    /// <param name="status">The outcome.</param>
    /// <param name="etag">The state of the blob it is about.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="now">The time, UTC.</param>
    public Upload Decided(UploadStatus status, string etag, IReadOnlyList<Finding> findings, DateTimeOffset now) =>
        Reopened(status, etag) with { DecidedAt = now, Statement = null, Findings = findings };

    /// <summary>It waits in a new state of its blob: no earlier outcome counts.</summary>
    public Upload Waiting(string etag) => Reopened(UploadStatus.Received, etag);

    /// <summary>One more line of its journal. The oldest of more than <see cref="MostJournal"/> are let go: a name may be used without end, and a row ends at 1 MiB.</summary>
    public Upload Journalled(JournalEvent line) => this with { Journal = [.. Journal.Append(line).TakeLast(MostJournal)] };

    /// <summary>The record it became or told of, announced where the record names its blob as an origin: then a repeated run announces it again.</summary>
    public Upload Of(ArchiveRecord record)
    {
        var announced = record.Origins.Any(origin => origin.Name == UploadName.Join(Folder, Name) && origin.ETag == ETag);
        return this with { RecordIds = [record.Id.Value], RecordVersion = announced ? record.Version : 0 };
    }

    private Upload Reopened(UploadStatus status, string etag) => this with
    {
        Status = status,
        ETag = etag,
        DecidedAt = null,
        RecordIds = [],
        RecordVersion = 0,
        Unpacked = null,
        Findings = [],
        TakenUpAt = null,
        SetAsideAt = null,
    };

    /// <summary>A row for a blob nobody announced.</summary>
    public static Upload Seen(string id, string folder, string name, DateTimeOffset now) =>
        new() { Id = id, Folder = folder, Name = name, Status = UploadStatus.Received, FirstSeenAt = now };
}
