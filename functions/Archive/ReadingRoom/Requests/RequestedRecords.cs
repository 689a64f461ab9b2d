using Archive.Records;

namespace Archive.ReadingRoom.Requests;

/// <summary>What is to be known of a request's records before anybody decides.</summary>
/// <param name="AreGone">Whether one of them is there no more, or may be given to nobody.</param>
/// <param name="HaveConditions">Whether one of them is not open to everyone (sử dụng có điều kiện).</param>
public sealed record RequestedRecords(bool AreGone, bool HaveConditions)
{
    /// <summary>Of the records as they are; null for one that does not exist.</summary>
    public static RequestedRecords Of(IEnumerable<ArchiveRecord?> records)
    {
        var all = records.ToList();
        return new RequestedRecords(
            all.Any(record => record is null || Visibility.ReadersOf(record).Count == 0),
            all.Any(record => record is not null && record.Access != AccessMode.Public));
    }
}
