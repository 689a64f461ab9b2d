using Archive.Records;
using Archive.Transfer;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>What the list of an agency's overdue records shows.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Months">How many were overdue when they were last counted, by the month they were due in, the oldest first.</param>
/// <param name="Month">The month listed; null where none has any.</param>
/// <param name="Page">The deadlines of that month, of a page.</param>
/// <param name="Seen">The records of them that the caller may see, by id.</param>
/// <param name="Unseen">How many others there are.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record OverdueView(
    AgencyCode Agency, string Name, IReadOnlyList<KeyValuePair<string, int>> Months, string? Month, IReadOnlyList<Deadline> Page, IReadOnlyDictionary<string, ArchiveRecord> Seen, int Unseen, string? Continuation);
