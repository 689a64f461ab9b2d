using System.Collections.Concurrent;
using Archive.Records;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.Catalogue;

/// <summary>What bringing documents up to date did.</summary>
/// <param name="Indexed">Records written.</param>
/// <param name="Removed">Records taken out: they are withheld, or there are none.</param>
public readonly record struct UpkeepCount(int Indexed, int Removed)
{
    /// <summary>Both together.</summary>
    public static UpkeepCount operator +(UpkeepCount left, UpkeepCount right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static UpkeepCount Add(UpkeepCount left, UpkeepCount right) => new(left.Indexed + right.Indexed, left.Removed + right.Removed);
}

/// <summary>
/// Brings the index's documents, and the schedule's rows of records nobody can say the due day of, into line with the rows as they are now. The only way documents are written, by messages and by a rebuild alike.
/// </summary>
public sealed class CatalogueUpkeep(RecordTable records, CatalogueIndex index, CatalogueLease lease, DeadlineTable deadlines, TimeProvider clock)
{
    /// <summary>Rows read at the same time: the table gives 2 000 a second per partition, and every record is one.</summary>
    private const int ReadsAtOnce = 16;

    /// <summary>After a change: brings the documents up to date and measures how long ago their rows were written. (A rebuild measures nothing: its rows are old.)</summary>
    public async Task Follow(IReadOnlyCollection<RecordId> ids, CancellationToken stop)
    {
        var (_, found) = await Bring(ids, stop);
        foreach (var changed in found.Select(row => row.ChangedAt).OfType<DateTimeOffset>())
            Telemetry.Indexed(clock.GetUtcNow() - changed);
    }

    /// <summary>Brings documents up to date.</summary>
    public async Task<UpkeepCount> Refresh(IReadOnlyCollection<RecordId> ids, CancellationToken stop) => (await Bring(ids, stop)).Count;

    /// <summary>
    /// Rows are read under the lease under which they are written: every write finished before was made from rows read before, so what is
    /// read now is at least as new, and an older version never wins. Reading outside it, two runs could write in the other order than they read.
    /// </summary>
    private Task<(UpkeepCount Count, IReadOnlyCollection<RecordText> Found)> Bring(IReadOnlyCollection<RecordId> ids, CancellationToken stop) => lease.Hold<(UpkeepCount, IReadOnlyCollection<RecordText>)>(
        async held =>
        {
            var changes = new ConcurrentBag<CatalogueChange>();
            var found = new ConcurrentBag<RecordText>();
            await Parallel.ForEachAsync(
                ids,
                new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = held },
                async (id, reading) =>
                {
                    var row = await records.FindWithText(id, reading);
                    changes.Add(row is null ? CatalogueChange.Removal(id) : CatalogueChange.Of(row.Record, row.Text));
                    if (row is not null)
                        found.Add(row);
                });
            await index.Write(changes, held);
            await deadlines.WriteUndetermined([.. found.Select(row => row.Record)], held);
            var indexed = changes.Count(change => change.Entries.Count > 0);
            return (new UpkeepCount(indexed, changes.Count - indexed), found);
        },
        stop);
}
