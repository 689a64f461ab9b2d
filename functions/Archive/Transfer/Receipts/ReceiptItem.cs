using Archive.Records;

namespace Archive.Transfer.Receipts;

/// <summary>One file that changes hands, as both sides name it in the receipt.</summary>
public sealed record ReceiptItem
{
    /// <summary>The record it is the content of.</summary>
    public required RecordId Record { get; init; }

    /// <summary>The document's code (mã lưu trữ của tài liệu, <c>docCode</c>), letter for letter; null where none was assigned.</summary>
    public string? DocCode { get; init; }

    /// <summary>The name the depositor gave, letter for letter.</summary>
    public required string OriginalName { get; init; }

    /// <summary>Where it lies below the package's root, with <c>/</c> between folders.</summary>
    public required string Path { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of its bytes.</summary>
    public required Sha256Digest Sha256 { get; init; }

    /// <summary>The last day on which its transfer was in time, Asia/Ho_Chi_Minh; null where nobody could say.</summary>
    public DateOnly? Due { get; init; }
}
