using Archive;
using Archive.Records;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>
/// The rest of a dossier that an officer handed over early, a portion for each message. Consignments may be formed meanwhile: a large dossier then
/// goes in several, each whole in itself.
/// </summary>
public sealed class OfferDossier(Dossiers dossiers)
{
    /// <summary>Looks at one portion and announces the next; nothing after the last.</summary>
    [Function(nameof(OfferDossier))]
    [ServiceBusOutput(Queues.DossierOffered, Connection = StorageNames.ServiceBus)]
    public async Task<DossierOffered?> Run([ServiceBusTrigger(Queues.DossierOffered, Connection = StorageNames.ServiceBus)] DossierOffered offered, CancellationToken stop)
    {
        var part = await dossiers.Offer(AgencyCode.Parse(offered.Agency), offered.FileCode, RecordId.Parse(offered.After), stop);
        return part.Next is { } next ? offered with { After = next.Value } : null;
    }
}
