using Archive.Catalogue;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A page of records found.</summary>
internal sealed record RecordList(long Count, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, IReadOnlyList<CatalogueHit> Items, string? Continuation);

/// <summary>A page of a record's journal, oldest first.</summary>
internal sealed record HistoryBody(IReadOnlyList<HistoryItem> Items, string? Continuation)
{
    public static HistoryBody Of(JournalPage page) => new([.. page.Events.Select(HistoryItem.Of)], page.Continuation);
}

/// <summary>One line of a journal.</summary>
internal sealed record HistoryItem(string Type, DateTimeOffset At, string Actor, string Agent, string Outcome, string Detail)
{
    public static HistoryItem Of(JournalEvent line) => new(
        line.Type,
        VietnamTime.At(line.At),
        line.Actor,
        line.Agent,
        line.Outcome == EventOutcome.Success ? "success" : "failure",
        line.Detail);
}

/// <summary>Whether the archive can serve: <c>ok</c>, or <c>unavailable</c> and what is down.</summary>
internal sealed record HealthBody(string Status, IReadOnlyList<string>? Down);
