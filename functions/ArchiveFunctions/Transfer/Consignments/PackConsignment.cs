using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>
/// A consignment was put together: its records are claimed, its package is written into the historical archive, and every byte of it is read
/// back and compared. Until custody moves the agency answers for the records, and nothing of theirs has changed. Repeated, it goes on where it stopped.
/// </summary>
public sealed class PackConsignment(ConsignmentTable consignments, ConsignmentClaims claims, ConsignmentPackage packages, PolicyTable policies, TimeProvider clock)
{
    /// <summary>Packs one consignment and announces that it may be accepted; nothing where an archivist is to say so, or none of it could go.</summary>
    [Function(nameof(PackConsignment))]
    [ServiceBusOutput(Queues.ConsignmentVerified, Connection = StorageNames.ServiceBus)]
    public async Task<ConsignmentVerified?> Run([ServiceBusTrigger(Queues.ConsignmentFormed, Connection = StorageNames.ServiceBus)] ConsignmentFormed formed, CancellationToken stop)
    {
        var held = await consignments.Find(AgencyCode.Parse(formed.Agency), formed.Consignment, stop) ?? throw new InvalidDataException($"Consignment {formed.Consignment} was announced but is not held.");
        var state = held.Consignment.State == ConsignmentState.Formed ? await Pack(held, stop) : held.Consignment.State;
        return state == ConsignmentState.Verified ? new ConsignmentVerified(formed.Agency, formed.Consignment) : null;
    }

    private async Task<ConsignmentState> Pack(HeldConsignment held, CancellationToken stop)
    {
        var consignment = held.Consignment;
        var claimed = await claims.Claim(consignment, stop);
        if (claimed.Count == 0)
            return await Conclude(held, consignment with { State = ConsignmentState.Abandoned, Reason = "nothing-to-transfer" }, stop);

        var packed = await packages.Write(consignment, claimed, stop);
        if (packed.Damaged.Count > 0)
        {
            await claims.GiveBack(consignment, claimed, id => packed.Damaged.Contains(id) ? Finding.Of(FindingCodes.PartlyUnreadable, "content") : null, stop);
            return await Conclude(held, consignment with { State = ConsignmentState.Abandoned, Reason = "content-damaged" }, stop);
        }

        await consignments.WriteFiles(consignment.Id, packed.Files, stop);
        var policy = await policies.Named(consignment.Policy, stop);
        return await Conclude(held, consignment with
        {
            State = policy.HeldForAcceptance ? ConsignmentState.Held : ConsignmentState.Verified,
            VerifiedAt = clock.GetUtcNow(),
            RootMets = packed.RootMets,
        }, stop);
    }

    private async Task<ConsignmentState> Conclude(HeldConsignment held, Consignment next, CancellationToken stop)
    {
        await consignments.Write(held, next, stop);
        return next.State;
    }
}
