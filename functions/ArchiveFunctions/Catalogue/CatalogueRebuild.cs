using Archive.Records;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Catalogue;

/// <summary>How far a rebuild came.</summary>
/// <param name="Indexed">Records written.</param>
/// <param name="Removed">Records taken out.</param>
/// <param name="Finished">Whether the whole table was gone through.</param>
/// <param name="Continuation">Where to go on, unless finished: the last record done.</param>
public sealed record RebuildReport(int Indexed, int Removed, bool Finished, string? Continuation);

/// <summary>
/// Makes the index again from the tables alone. Readers go on searching meanwhile; records that change meanwhile are not harmed, as every
/// batch reads the present rows (<see cref="CatalogueUpkeep"/>). Done twice, or broken off and begun again, it ends in the same index.
/// </summary>
public sealed class CatalogueRebuild(RecordTable records, CatalogueIndex index, CatalogueUpkeep upkeep, TimeProvider clock)
{
    /// <summary>Small enough to be read and written within one lease.</summary>
    private const int BatchSize = 500;

    /// <summary>Azure's front end gives up on a request after 230 s.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(170);

    /// <summary>Goes through the records after one, or all of them, for as long as a request may take.</summary>
    public async Task<RebuildReport> Run(RecordId? after, CancellationToken stop)
    {
        await index.EnsureAsync(stop);
        var (began, count, position) = (clock.GetTimestamp(), default(UpkeepCount), after);
        await foreach (var batch in Batches(after, stop))
        {
            count += await RefreshUpTo(batch, position, stop);
            position = batch[^1];
            if (clock.GetElapsedTime(began) > MostTime)
                return new RebuildReport(count.Indexed, count.Removed, Finished: false, position?.Value);
        }

        count += await RefreshAbove(position, stop);
        return new RebuildReport(count.Indexed, count.Removed, Finished: true, Continuation: null);
    }

    /// <summary>A batch, and what the index holds between it and the one before although the table does not.</summary>
    private async Task<UpkeepCount> RefreshUpTo(RecordId[] batch, RecordId? position, CancellationToken stop)
    {
        var strangers = (await index.Ids(position, batch[^1], stop)).Except(batch).ToList();
        return await upkeep.Refresh(batch, stop) + (strangers.Count > 0 ? await RefreshAll(strangers, stop) : default);
    }

    private async Task<UpkeepCount> RefreshAbove(RecordId? position, CancellationToken stop) => await RefreshAll(await index.Ids(position, null, stop), stop);

    private async Task<UpkeepCount> RefreshAll(IEnumerable<RecordId> ids, CancellationToken stop)
    {
        var count = default(UpkeepCount);
        foreach (var part in ids.Chunk(BatchSize))
            count += await upkeep.Refresh(part, stop);
        return count;
    }

    /// <summary>The ids in their order, in which the index gives its own too.</summary>
    private async IAsyncEnumerable<RecordId[]> Batches(RecordId? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var batch = new List<RecordId>(BatchSize);
        await foreach (var id in records.Ids(after, stop))
        {
            batch.Add(id);
            if (batch.Count < BatchSize)
                continue;
            yield return [.. batch];
            batch.Clear();
        }

        if (batch.Count > 0)
            yield return [.. batch];
    }
}
