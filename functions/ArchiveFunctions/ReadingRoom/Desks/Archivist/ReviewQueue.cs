using Archive.Catalogue;
using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>A record of the queue and why it is there.</summary>
/// <param name="Record">The record.</param>
/// <param name="Doubts">The reasons, by its row as it is now.</param>
public sealed record DoubtfulRecord(ArchiveRecord Record, IReadOnlyList<Doubt> Doubts);

/// <summary>The queue of doubtful descriptions: the index proposes, the records' rows decide.</summary>
public sealed class ReviewQueue(CatalogueIndex index, RecordTable records, TimeProvider clock)
{
    /// <summary>Records of a page.</summary>
    public const int PageSize = 20;

    /// <summary>What the index proposes: how many there are, by reason and agency, and those of one page.</summary>
    public Task<CataloguePage> Page(CatalogueQuery query, CancellationToken stop) => Limit.Within(ending => index.Doubtful(query, ending), clock, stop);

    /// <summary>Those proposed that are doubtful by their rows: the index may be some seconds behind.</summary>
    public async Task<IReadOnlyList<DoubtfulRecord>> Doubtful(IEnumerable<CatalogueHit> proposed, Caller caller, CancellationToken stop)
    {
        var rows = await Task.WhenAll(proposed.Select(hit => Limit.Within(ending => records.Find(RecordId.Parse(hit.Id), ending), clock, stop)));
        return [.. rows.OfType<Held>().Select(held => new DoubtfulRecord(held.Record, Doubt.Of(held.Record))).Where(one => one.Doubts.Count > 0 && Visibility.MaySeeMetadata(one.Record, caller))];
    }

    /// <summary>The record that is to be looked at next; null where none is left.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="reason">The reason they work on, or null.</param>
    /// <param name="agency">The agency they work on, or null.</param>
    /// <param name="besides">The record they have just done.</param>
    /// <param name="stop">Stops.</param>
    public async Task<RecordId?> Next(Caller caller, string? reason, string? agency, RecordId besides, CancellationToken stop)
    {
        if (DoubtfulQuery.Of(caller, reason, agency, PageSize, null) is not CatalogueReading.Accepted { Query: var query })
            return null;
        var page = await Page(query, stop);
        var doubtful = await Doubtful(page.Items.Where(hit => hit.Id != besides.Value), caller, stop);
        return doubtful is [var next, ..] ? next.Record.Id : null;
    }
}
