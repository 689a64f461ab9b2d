using Archive.ReadingRoom.Requests;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>What the page of a reader's account shows.</summary>
/// <param name="Account">The values in its boxes.</param>
/// <param name="MadeFrom">The version they were made from; 0 before there is an account.</param>
/// <param name="Errors">The names of the values at fault.</param>
/// <param name="Notice">A word about what happened, by its key; null where nothing did.</param>
/// <param name="To">Where the reader wanted to go; null for nowhere else.</param>
public sealed record AccountSheet(ReaderAccount Account, int MadeFrom, IReadOnlyList<string> Errors, string? Notice, string? To);
