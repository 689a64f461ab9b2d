using Archive.ReadingRoom.Requests;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>What the page shows on which a reader asks.</summary>
/// <param name="Form">The values in its boxes.</param>
/// <param name="Records">The records named that the reader may know of.</param>
/// <param name="Unknown">Names written into the form that are none of those.</param>
/// <param name="Errors">The names of the values at fault.</param>
/// <param name="HasAccount">Whether the reader has an account; there is no form before.</param>
/// <param name="Fees">What requests cost today.</param>
/// <param name="Policy">Within how many days requests of today are answered.</param>
public sealed record AskSheet(RequestForm Form, IReadOnlyList<ArchiveRecord> Records, string Unknown, IReadOnlyList<string> Errors, bool HasAccount, FeeSchedule Fees, RequestPolicy Policy);
