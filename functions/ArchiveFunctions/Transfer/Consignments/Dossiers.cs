using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>Part of a dossier.</summary>
/// <param name="Ready">Records that can go to the historical archive now.</param>
/// <param name="Kept">Records that cannot, with what keeps them.</param>
/// <param name="Next">Where the next part begins; null after the last.</param>
public sealed record DossierPart(IReadOnlyList<ArchiveRecord> Ready, IReadOnlyList<(ArchiveRecord Record, IReadOnlyList<Finding> Obstacles)> Kept, RecordId? Next)
{
    /// <summary>Whether there is no such dossier, as far as this part shows.</summary>
    public bool IsNothing => Ready.Count + Kept.Count == 0 && Next is null;
}

/// <summary>
/// Finds the records of a dossier. No table lists them: one would cost every described record another write, for a question that is asked
/// rarely, and the records themselves lie apart, one partition each. So the search index proposes, and the rows decide: the index may be behind by a
/// moment, or be made anew, but nothing is believed of it. A record it does not know yet goes with its dossier when asked again, or on its own day.
/// </summary>
public sealed class Dossiers(CatalogueIndex index, RecordTable records, WaitingTable waiting)
{
    /// <summary>Records looked at for one request or message: a second or two.</summary>
    public const int Portion = 500;

    private const int ReadsAtOnce = 16;

    /// <summary>A part of an agency's dossier, in the order of ids. What nobody may see is not in it.</summary>
    public async Task<DossierPart> Part(AgencyCode agency, string fileCode, RecordId? after, int most, CancellationToken stop)
    {
        var proposed = await index.OfDossier(agency, fileCode, after, most, stop);
        var found = new ArchiveRecord?[proposed.Count];
        await Parallel.ForEachAsync(proposed.Index(), new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = stop }, async (one, reading) =>
            found[one.Index] = (await records.Find(one.Item, reading))?.Record);

        var looked = found.OfType<ArchiveRecord>()
            .Where(record => record.Agency == agency && record.Status != RecordStatus.Withheld && CustodyMoves.DossierOf(record) == fileCode)
            .Select(record => (Record: record, Obstacles: EarlyTransfer.Obstacles(record))).ToList();
        return new DossierPart(
            [.. looked.Where(one => one.Obstacles.Count == 0).Select(one => one.Record)],
            [.. looked.Where(one => one.Obstacles.Count > 0)],
            proposed.Count == most ? proposed[^1] : null);
    }

    /// <summary>Puts what can go of the next portion among what waits. Done twice, it waits once.</summary>
    public async Task<DossierPart> Offer(AgencyCode agency, string fileCode, RecordId? after, CancellationToken stop)
    {
        var part = await Part(agency, fileCode, after, Portion, stop);
        await waiting.Put(agency, part.Ready, stop);
        return part;
    }
}
