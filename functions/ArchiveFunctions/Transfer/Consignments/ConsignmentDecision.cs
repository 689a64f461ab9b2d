using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>What comes of an archivist's word on a consignment.</summary>
public abstract record ConsignmentDecided
{
    private ConsignmentDecided()
    {
    }

    /// <summary>It is decided.</summary>
    /// <param name="Consignment">As it stands then.</param>
    public sealed record Done(Consignment Consignment) : ConsignmentDecided;

    /// <summary>There is no such consignment.</summary>
    public sealed record Unknown : ConsignmentDecided;

    /// <summary>It does not wait for a word: it was decided already, or is not packaged yet.</summary>
    public sealed record NotHeld : ConsignmentDecided;

    /// <summary>Whoever returns must say why.</summary>
    public sealed record ReasonMissing : ConsignmentDecided;

    /// <summary>The reason is longer than <see cref="ConsignmentDecision.LongestReason"/>.</summary>
    public sealed record ReasonTooLong : ConsignmentDecided;
}

/// <summary>
/// An archivist accepts a consignment that waits for it, or returns it with reasons: its records then stay with their agency and keep their
/// clocks, and go out again once something is said of them anew. The same word for pages and programs.
/// </summary>
public sealed class ConsignmentDecision(ConsignmentTable consignments, ConsignmentClaims claims, AuditTrail audit)
{
    /// <summary>Letters of a reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>Takes the word. Of two that come at once one finds that the consignment waits no more.</summary>
    public async Task<ConsignmentDecided> Take(AgencyCode agency, string transfer, bool accept, string? reason, Caller person, CancellationToken stop)
    {
        if (reason?.Length > LongestReason)
            return new ConsignmentDecided.ReasonTooLong();
        if (!accept && string.IsNullOrWhiteSpace(reason))
            return new ConsignmentDecided.ReasonMissing();
        if (!ConsignmentTable.IsId(transfer))
            return new ConsignmentDecided.Unknown();
        return await Overtaken.Repeat(async () => await consignments.Find(agency, transfer, stop) switch
        {
            null => new ConsignmentDecided.Unknown(),
            { Consignment.State: not ConsignmentState.Held } => new ConsignmentDecided.NotHeld(),
            { } held => (ConsignmentDecided)await Decide(held, accept, reason, person, stop),
        });
    }

    private async Task<ConsignmentDecided.Done> Decide(HeldConsignment held, bool accept, string? reason, Caller person, CancellationToken stop)
    {
        var about = $"{held.Consignment.Agency}/{held.Consignment.Id}";
        await audit.Note(accept ? AuditAct.AcceptedTransfer : AuditAct.ReturnedTransfer, person, about, accept ? null : reason, stop);
        return accept ? await Accept(held, person.Subject, stop) : await Return(held, Vietnamese.Compose(reason!), person.Subject, stop);
    }

    private async Task<ConsignmentDecided.Done> Accept(HeldConsignment held, string person, CancellationToken stop) =>
        new((await consignments.Write(held, held.Consignment with { State = ConsignmentState.Verified, DecidedBy = person }, stop)).Consignment);

    /// <summary>Records first, the consignment last: asked again after a kill, it is still waiting.</summary>
    private async Task<ConsignmentDecided.Done> Return(HeldConsignment held, string reason, string person, CancellationToken stop)
    {
        await claims.GiveBack(held.Consignment, _ => Finding.Of(FindingCodes.TransferReturned, "record", reason), stop);
        return new((await consignments.Write(held, held.Consignment with { State = ConsignmentState.Returned, DecidedBy = person, Reason = reason }, stop)).Consignment);
    }
}
