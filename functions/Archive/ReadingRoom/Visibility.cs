using Archive.ReadingRoom.Requests;
using Archive.Records;

namespace Archive.ReadingRoom;

/// <summary>
/// Who may see what (mức độ tiếp cận of TT 05/2025). One rule in one form: a record names the marks that open it, a caller carries marks, and
/// one in common is enough. Lists filter by the same marks (<c>readers</c> in the index), so a list and a single record never disagree.
/// </summary>
public static class Visibility
{
    /// <summary>The mark every caller carries.</summary>
    public const string Anyone = "anyone";

    /// <summary>The mark of the city archive's staff.</summary>
    public const string Archivist = "archivist";

    private static readonly IReadOnlyList<string> Everyone = [Anyone];

    /// <summary>The marks that open a record; none for one that is secret or withheld, whoever asks.</summary>
    public static IReadOnlyList<string> ReadersOf(ArchiveRecord record) => (record.Status, record.Access) switch
    {
        (RecordStatus.Withheld, _) or (_, AccessMode.Secret) => [],
        (_, AccessMode.Public) => Everyone,
        _ => [OfAgency(record.Agency), Archivist],
    };

    /// <summary>The marks a caller carries.</summary>
    public static IReadOnlyList<string> MarksOf(Caller caller)
    {
        var marks = new List<string> { Anyone };
        if (caller.Is(Role.Archivist) || caller.Is(Role.Administrator))
            marks.Add(Archivist);
        if (caller.Agency is { } agency && caller.IsOfficerOf(agency))
            marks.Add(OfAgency(agency));
        return marks;
    }

    /// <summary>Whether a caller may know that the record exists and read what is said of it. If not, it is answered as if it did not exist.</summary>
    public static bool MaySeeMetadata(ArchiveRecord record, Caller caller)
    {
        var readers = ReadersOf(record);
        return ReferenceEquals(readers, Everyone) || MarksOf(caller).Intersect(readers).Any();
    }

    /// <summary>Whether a caller may read the record's bytes by what they are; approved requests add to this.</summary>
    public static bool MayReadContent(ArchiveRecord record, Caller caller) => MaySeeMetadata(record, caller);

    /// <summary>Whether a caller may read the record's bytes, by what they are or by what was granted to them.</summary>
    /// <param name="record">The record.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="requests">Requests of the caller that name the record.</param>
    /// <param name="today">The day, Asia/Ho_Chi_Minh.</param>
    public static bool MayReadContent(ArchiveRecord record, Caller caller, IEnumerable<CopyRequest> requests, DateOnly today) =>
        MayReadContent(record, caller) || (!caller.IsAnonymous && requests.Any(request => ReadingGrant.Opens(request, record, RecordId.ForReader(caller.Subject), today)));

    /// <summary>Whether a caller may see the release permit of a record: its agency's officers and the staff, of what they may see at all.</summary>
    public static bool MaySeePermit(ArchiveRecord record, Caller caller) =>
        MaySeeMetadata(record, caller) && (caller.Is(Role.Archivist) || caller.Is(Role.Administrator) || caller.IsOfficerOf(record.Agency));

    private static string OfAgency(AgencyCode agency) => "agency:" + agency.Value;
}
