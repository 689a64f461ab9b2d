using Archive.ReadingRoom.Requests;

namespace Archive.ReadingRoom.Deliveries;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Being made.</summary>
    Preparing,

    /// <summary>Lies ready for its reader, or did.</summary>
    Ready,

    /// <summary>Cannot be made.</summary>
    Impossible,
}

/// <summary>
/// One record given to one reader on one request: the row of the archive's register of issued copies. It outlives the bytes as evidence of what was given;
/// neither the reader's name nor their number stands in it, which the request holds.
/// </summary>
public sealed record Delivery
{
    /// <summary>The permanent name: <c>d</c> and 26 letters, by request and record, so that a message that comes twice makes one delivery.</summary>
    public required string Id { get; init; }

    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The record.</summary>
    public required string RecordId { get; init; }

    /// <summary>The only reader who may know of it.</summary>
    public required string Reader { get; init; }

    /// <summary>What is given.</summary>
    public required CopyProduct Product { get; init; }

    /// <summary>The verification code; null for products that are not authenticated.</summary>
    public string? Code { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>When the archive began to make it, UTC: the moment its signature and its sheet bear.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Why it cannot be made.</summary>
    public CopyObstacle? Obstacle { get; init; }

    /// <summary>The bytes; null until it is ready.</summary>
    public DeliveredFile? File { get; init; }

    /// <summary>What is said of the record on the copy, and to whoever verifies it; null until it is ready.</summary>
    public CopiedItem? Item { get; init; }

    /// <summary>The policy its term was set by.</summary>
    public required string Policy { get; init; }

    /// <summary>The last day of its use, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly UseUntil { get; init; }

    /// <summary>The day on which its bytes are destroyed.</summary>
    public required DateOnly DestroyOn { get; init; }

    /// <summary>When its bytes were destroyed, UTC.</summary>
    public DateTimeOffset? DestroyedAt { get; init; }

    /// <summary>Whether it is authenticated.</summary>
    public bool IsAuthenticated => Product is CopyProduct.AuthenticatedCopy or CopyProduct.DisseminationPackage;

    /// <summary>Whether its reader may take it along.</summary>
    public bool IsDownloaded => Product != CopyProduct.ReadingCopy;
}

/// <summary>The bytes of a delivery.</summary>
/// <param name="Blob">Where they lie in the container of deliveries; null where the record's content itself is given, which is read where it is kept.</param>
/// <param name="Name">The name they are downloaded with.</param>
/// <param name="MediaType">What they are.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Their digest.</param>
public sealed record DeliveredFile(string? Blob, string Name, string MediaType, long Size, string Sha256);

/// <summary>What the authentication file of a copy says of the record (TT 05/2025 Đ42), without who received it.</summary>
/// <param name="Archive">The archive that has custody and gives the copy.</param>
/// <param name="ArchivalCode">Mã lưu trữ of the original; the record's name where nobody has assigned one.</param>
/// <param name="Number">Number and notation as they are printed; null where there are none.</param>
/// <param name="Type">The code of its type; null where it has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Purpose">The code of the purpose it was asked for.</param>
/// <param name="Copies">How many of it.</param>
/// <param name="OriginalSha256">The digest of the original's bytes.</param>
public sealed record CopiedItem(string Archive, string ArchivalCode, string? Number, string? Type, string Title, string Purpose, int Copies, string OriginalSha256);
