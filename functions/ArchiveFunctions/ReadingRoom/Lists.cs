using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A page of records found.</summary>
internal sealed record RecordList(long Count, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, IReadOnlyList<CatalogueHit> Items, string? Continuation);

/// <summary>A page of a record's journal, oldest first.</summary>
internal sealed record HistoryBody(IReadOnlyList<HistoryItem> Items, string? Continuation)
{
    public static HistoryBody Of(JournalPage page, bool all, Sight sight) => new([.. page.Events.Select(line => HistoryItem.Of(line, all, sight))], page.Continuation);
}

/// <summary>One line of a journal.</summary>
internal sealed record HistoryItem(string Type, DateTimeOffset At, string Actor, string Agent, string Outcome, string Detail)
{
    /// <param name="line">The line.</param>
    /// <param name="all">Whether its reader works for the record's agency or the archive: why a record is held or exempt, and which person said so or described it, is for them.</param>
    /// <param name="sight">How much of the record its reader sees: details name files, digests and people, which are not disclosed with a description.</param>
    public static HistoryItem Of(JournalEvent line, bool all, Sight sight)
    {
        var told = sight == Sight.Whole && (all || IsForEverybody(line));
        return new(
            line.Type,
            VietnamTime.At(line.At),
            told ? line.Actor : "",
            sight == Sight.Whole ? line.Agent : "",
            line.Outcome == EventOutcome.Success ? "success" : "failure",
            told ? line.Detail : "");
    }

    private static bool IsForEverybody(JournalEvent line) => line.Type != EventTypes.PolicyAssignment && !line.Detail.StartsWith(JournalEvent.ByArchivist, StringComparison.Ordinal);
}

/// <summary>Whether the archive can serve: <c>ok</c>, or <c>unavailable</c> and what is down.</summary>
internal sealed record HealthBody(string Status, IReadOnlyList<string>? Down);
