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
        using var step = Telemetry.ConsignmentStep(nameof(PackConsignment), formed.Consignment);
        var held = await consignments.Find(AgencyCode.Parse(formed.Agency), formed.Consignment, stop) ?? throw new InvalidDataException($"Consignment {formed.Consignment} was announced but is not held.");
        var state = held.Consignment.State == ConsignmentState.Formed ? await Pack(held, stop) : held.Consignment.State;
        return state == ConsignmentState.Verified ? new ConsignmentVerified(formed.Agency, formed.Consignment) : null;
    }

    private async Task<ConsignmentState> Pack(HeldConsignment held, CancellationToken stop)
    {
        var consignment = held.Consignment;
        if (consignment.Reason is not null)
            return await Dissolve(held, _ => null, stop);

        var claimed = await claims.Claim(consignment, stop);
        System.Diagnostics.Activity.Current?.About(claimed.Select(record => record.Id.Value));
        if (claimed.Count == 0)
            return await Conclude(held, consignment with { State = ConsignmentState.Abandoned, Reason = "nothing-to-transfer" }, stop);

        // A run before this one may have claimed a record on which a hold was laid since.
        var kept = CustodyMoves.Kept(claimed, consignment.Id, await claims.IsRegistered(consignment, stop));
        if (kept.Count > 0)
            return await Dissolve(await consignments.Write(held, consignment with { Reason = Consignment.RecordKept, Findings = kept }, stop), _ => null, stop);

        var packed = await packages.Write(consignment, claimed, stop);
        if (packed.Damaged.Count > 0)
        {
            var damaged = await consignments.Write(held, consignment with { Reason = Consignment.ContentDamaged }, stop);
            return await Dissolve(damaged, id => packed.Damaged.Contains(RecordId.Parse(id)) ? Finding.Of(FindingCodes.PartlyUnreadable, "content") : null, stop);
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

    /// <summary>
    /// Ends a consignment whose row says why: all of its records go back to their clocks, and those that nothing keeps go with the next. It does
    /// not go on without the others, because its package may have been begun with them, and what lies there is never replaced.
    /// </summary>
    private async Task<ConsignmentState> Dissolve(HeldConsignment held, Func<string, Finding?> said, CancellationToken stop)
    {
        await claims.GiveBack(held.Consignment, said, stop);
        return await Conclude(held, held.Consignment with { State = ConsignmentState.Abandoned }, stop);
    }

    private async Task<ConsignmentState> Conclude(HeldConsignment held, Consignment next, CancellationToken stop)
    {
        await consignments.Write(held, next, stop);
        return next.State;
    }
}
