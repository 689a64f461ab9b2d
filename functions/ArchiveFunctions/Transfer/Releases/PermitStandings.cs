using Archive.Records;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;

namespace ArchiveFunctions.Transfer.Releases;

/// <summary>The records of a consignment, in the order of its package, with their permits.</summary>
public sealed class PermitStandings(RecordTable records)
{
    private const int AtOnce = 16;

    /// <summary>The rows of these records: a point read each, some at a time. A consignment of ten thousand takes seconds, and is asked for once.</summary>
    public async Task<IReadOnlyList<ArchiveRecord>> Of(IReadOnlyList<PackedRecord> packed, CancellationToken stop)
    {
        var found = new ArchiveRecord[packed.Count];
        await Parallel.ForEachAsync(packed.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (one, reading) =>
            found[one.Index] = (await records.Find(RecordId.Parse(one.Item.RecordId), reading))?.Record ?? throw new InvalidDataException($"Record {one.Item.RecordId} was transferred but is not held."));
        return found;
    }
}
