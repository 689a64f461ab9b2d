using Archive.Description;
using Archive.Transfer;

namespace Archive.Records;

/// <summary>Which archive answers for a record. At every moment exactly one does.</summary>
public enum Custody
{
    /// <summary>The agency's current archive (lưu trữ hiện hành).</summary>
    Agency,

    /// <summary>The city's historical archive (lưu trữ lịch sử).</summary>
    Historical,
}

/// <summary>Mức độ tiếp cận (<c>mode</c> of TT 05/2025). A record nobody has classed is treated as conditional.</summary>
public enum AccessMode
{
    /// <summary>01 công khai: anyone.</summary>
    Public = 1,

    /// <summary>02 sử dụng có điều kiện: the agency and archivists; others by an approved request.</summary>
    Conditional = 2,

    /// <summary>03 mật: never on a networked system (TT 02/2019, art. 8; TT 05/2025).</summary>
    Secret = 3,
}

/// <summary>Where a record stands.</summary>
public enum RecordStatus
{
    /// <summary>Kept; not yet described.</summary>
    Admitted,

    /// <summary>Described; readers may find it.</summary>
    Described,

    /// <summary>Found to be secret after it was admitted: hidden from everyone, for an administrator to remove.</summary>
    Withheld,
}

/// <summary>The bytes of a record, as kept in the vault.</summary>
/// <param name="Version">1 for the first content; a replacement is a new version, never a change.</param>
/// <param name="Digest">Computed over the bytes while they were received.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Format">What the bytes are, by their signature.</param>
/// <param name="OriginalName">The name the depositor gave, letter for letter; compared in composed form only.</param>
public sealed record Content(int Version, Sha256Digest Digest, long Size, FormatIdentity Format, string OriginalName);

/// <summary>A blob in the inbox that became, or told of, a record. It stays there until the record is described, as the mark of work to do.</summary>
/// <param name="Name">Its name below the container.</param>
/// <param name="ETag">The state of it that was read.</param>
public sealed record InboxBlob(string Name, string ETag);

/// <summary>A record: the state row, one per record. The journal and the extracted text stand beside it in the same partition.</summary>
public sealed record ArchiveRecord
{
    /// <summary>The permanent name.</summary>
    public required RecordId Id { get; init; }

    /// <summary>The depositing agency.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Grows by one with each change of the row; index writes carry it.</summary>
    public required int Version { get; init; }

    /// <summary>Where the record stands.</summary>
    public required RecordStatus Status { get; init; }

    /// <summary>Which archive answers for it.</summary>
    public required Custody Custody { get; init; }

    /// <summary>The bytes.</summary>
    public required Content Content { get; init; }

    /// <summary>When the upload's last byte was stored, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the record became part of the archive, UTC.</summary>
    public required DateTimeOffset AdmittedAt { get; init; }

    /// <summary>The uploads it came from: the document first, then the sidecars.</summary>
    public required IReadOnlyList<InboxBlob> Origins { get; init; }

    /// <summary>What the depositor and the document say of it, side by side.</summary>
    public required RecordDescription Description { get; init; }

    /// <summary>How many dossiers it knows of beside its own; the register of dossiers knows of all.</summary>
    public const int MostOtherDossiers = 100;

    /// <summary>
    /// Other dossiers that packages have named it in, verbatim, beside the one its description names, which it is transferred with: a document may belong to
    /// several (NĐ 30/2020, annex VI) and is kept once.
    /// </summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>An archivist's look at its description; null when nobody has looked.</summary>
    public Review? Review { get; init; }

    /// <summary>The signatures found in the document.</summary>
    public IReadOnlyList<SignatureReading> Signatures { get; init; } = [];

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why it may neither be moved nor destroyed (tạm giữ), in the words of who ordered it; null when nobody did.</summary>
    public string? Hold { get; init; }

    /// <summary>Its exemption from transfer, proposed or in force; null when nobody has proposed one.</summary>
    public Exemption? Exemption { get; init; }

    /// <summary>Its way to the historical archive; null for a record that stays with its agency.</summary>
    public TransferClock? Transfer { get; init; }

    /// <summary>Where the historical archive keeps the content, below its preserved packages; null while the agency has custody.</summary>
    public string? Preserved { get; init; }

    /// <summary>The agency's right to destroy its own copy; null while the agency has custody.</summary>
    public ReleasePermit? Permit { get; init; }

    /// <summary>Who may see it: what the depositor said, or conditional when nobody has said.</summary>
    public AccessMode Access => Description.Value(Field.Mode) switch
    {
        "01" => AccessMode.Public,
        "03" => AccessMode.Secret,
        _ => AccessMode.Conditional,
    };

    /// <summary>Whether somebody has said who may see it, in a way the circular knows.</summary>
    public bool IsClassed => Description.Value(Field.Mode) is "01" or "02" or "03";
}
