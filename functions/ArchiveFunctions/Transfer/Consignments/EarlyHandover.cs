using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>What becomes of an agency's wish to hand over before the time.</summary>
public abstract record HandedOver
{
    private HandedOver()
    {
    }

    /// <summary>One of the records, or the dossier, is none of this agency's, or none anybody may know of.</summary>
    public sealed record NotFound : HandedOver;

    /// <summary>One of the records is on no way to the historical archive, or its way has ended or is under way.</summary>
    public sealed record NotOpen : HandedOver;

    /// <summary>What can go waits for the next consignment; of a large dossier the rest is still to be offered.</summary>
    public sealed record Taken(DossierPart Part) : HandedOver;
}

/// <summary>Puts records among what waits before their time comes, for the API and the pages alike. Done twice, they wait once.</summary>
public sealed class EarlyHandover(RecordTable records, WaitingTable waiting, Dossiers dossiers, Refusals refusals, AuditTrail audit)
{
    /// <summary>Records named singly in one wish.</summary>
    public const int Most = 1000;

    /// <summary>Records named singly, all of them or none.</summary>
    public async Task<HandedOver> OfRecords(AgencyCode agency, Caller caller, IReadOnlyList<string> ids, CancellationToken stop)
    {
        var found = await Task.WhenAll(ids.Distinct().Select(async id => RecordId.TryParse(id, out var parsed) ? (await records.Find(parsed, stop))?.Record : null));
        if (found.Any(record => record is null || record.Agency != agency || !Visibility.MaySeeMetadata(record, caller)))
        {
            await refusals.Note("TransferEarly", caller, string.Join(' ', ids), stop);
            return new HandedOver.NotFound();
        }

        var asked = found.OfType<ArchiveRecord>().Select(record => (Record: record, Obstacles: EarlyTransfer.Obstacles(record))).ToList();
        if (asked.Any(one => one.Record.Transfer is null or { IsSettled: true }))
            return new HandedOver.NotOpen();

        var part = new DossierPart([.. asked.Where(one => one.Obstacles.Count == 0).Select(one => one.Record)], [.. asked.Where(one => one.Obstacles.Count > 0)], Next: null);
        await audit.Note(AuditAct.HandedOver, caller, agency.Value, $"{asked.Count}: {string.Join(' ', ids)}", stop);
        await waiting.Put(agency, part.Ready, stop);
        return new HandedOver.Taken(part);
    }

    /// <summary>A dossier's first portion.</summary>
    public async Task<HandedOver> OfDossier(AgencyCode agency, Caller caller, string fileCode, CancellationToken stop)
    {
        await audit.Note(AuditAct.HandedOver, caller, agency.Value, $"dossier={fileCode}", stop);
        return await dossiers.Offer(agency, fileCode, after: null, stop) is { IsNothing: false } part ? new HandedOver.Taken(part) : new HandedOver.NotFound();
    }
}
