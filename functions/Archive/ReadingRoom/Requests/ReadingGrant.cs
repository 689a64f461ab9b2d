using Archive.Records;

namespace Archive.ReadingRoom.Requests;

/// <summary>What an approved request to read opens: the content of the conditional records it names, to its reader, until its term is over.</summary>
public static class ReadingGrant
{
    /// <summary>Whether a request opens a record to a reader. Nothing opens one that is secret or withheld.</summary>
    /// <param name="request">The request.</param>
    /// <param name="record">The record.</param>
    /// <param name="reader">The reader (<see cref="RecordId.ForReader"/>).</param>
    /// <param name="today">The day, Asia/Ho_Chi_Minh.</param>
    public static bool Opens(CopyRequest request, ArchiveRecord record, string reader, DateOnly today) =>
        request is { Product: CopyProduct.ReadingCopy, Status: RequestStatus.Preparing or RequestStatus.Delivered }
        && request.Reader == reader
        && today <= request.UseUntil
        && request.RecordIds.Contains(record.Id.Value)
        && record is { Access: AccessMode.Conditional, Status: not RecordStatus.Withheld };
}
