using Archive.Transfer;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The legal clock of a record, in words.</summary>
internal static class ClockWords
{
    /// <summary>A sentence: where the record stands, by which day, and how far that day is.</summary>
    public static string Of(TransferClock clock, DateOnly today, PageWords words) => clock switch
    {
        { State: ClockState.Transferred, TransferredAt: { } at } => words["clock.transferred", Dates.Spoken(at)],
        { State: ClockState.Exempt } => words["clock.exempt"],
        { Due: null } => words["clock.undetermined"],
        { State: ClockState.Transferring } => words["clock.transferring"],
        { Due: { } due } when due < today => words["clock.overdue", Dates.Spoken(due), today.DayNumber - due.DayNumber],
        { Due: { } due } => words["clock.due", Dates.Spoken(due), due.DayNumber - today.DayNumber],
    };
}
