using Archive;
using Archive.Packages;
using Archive.Records;
using Archive.Transfer;
using Archive.Transfer.Receipts;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Receipts;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>
/// A verified consignment is accepted: the receipt is signed by both sides and written, then custody may move. Its records are looked at once
/// more before: where one of them may not go any more, the consignment is returned, as an archivist returns one, and nothing is signed. Which of
/// the two is written into the consignment's row before anything is done about it, so that a message that comes twice, or at once, cannot do both.
/// </summary>
public sealed class AcceptConsignment(ConsignmentTable consignments, ConsignmentClaims claims, RecordTable records, AgencyRegister agencies, PolicyTable policies, ReceiptBook receipts)
{
    /// <summary>The city archive as receipts name it.</summary>
    private const string HistoricalArchive = "Trung tâm Lưu trữ lịch sử thành phố Hà Nội";

    /// <summary>Accepts one consignment and announces that custody is to move.</summary>
    [Function(nameof(AcceptConsignment))]
    [ServiceBusOutput(Queues.ConsignmentAccepted, Connection = StorageNames.ServiceBus)]
    public async Task<ConsignmentAccepted?> Run([ServiceBusTrigger(Queues.ConsignmentVerified, Connection = StorageNames.ServiceBus)] ConsignmentVerified verified, CancellationToken stop)
    {
        using var step = Telemetry.ConsignmentStep(nameof(AcceptConsignment), verified.Consignment);
        var held = await consignments.Find(AgencyCode.Parse(verified.Agency), verified.Consignment, stop) ?? throw new InvalidDataException($"Consignment {verified.Consignment} was verified but is not held.");
        var state = held.Consignment.State == ConsignmentState.Verified ? await Conclude(held, stop) : held.Consignment.State;
        return state == ConsignmentState.Accepted ? new ConsignmentAccepted(verified.Agency, verified.Consignment, 0) : null;
    }

    private async Task<ConsignmentState> Conclude(HeldConsignment held, CancellationToken stop)
    {
        var (packed, going) = await Going(held.Consignment, stop);
        if (held.Consignment is { AcceptedAt: null, Reason: null })
            held = await consignments.Write(held, Decide(held.Consignment, going, await claims.IsRegistered(held.Consignment, stop)), stop);
        return held.Consignment.AcceptedAt is null ? await Return(held, stop) : await Accept(held, Items(packed, going), stop);
    }

    /// <summary>
    /// What comes later than this, a hold of the next second too, finds a consignment that is being signed for: it does not stop the transfer,
    /// but goes with the record.
    /// </summary>
    private static Consignment Decide(Consignment consignment, IReadOnlyList<ArchiveRecord> going, bool registered) =>
        CustodyMoves.Kept(going, consignment.Id, registered) is { Count: > 0 } kept
            ? consignment with { Reason = Consignment.RecordKept, Findings = kept }
            // The time of the check, not of this run: whoever repeats it says the same.
            : consignment with { AcceptedAt = consignment.VerifiedAt ?? throw new InvalidDataException($"Consignment {consignment.Id} is verified without a time."), DecidedBy = consignment.DecidedBy ?? Acceptance.Automatic };

    /// <summary>Records first, the state last: until it is written the message, or reconciliation, comes here again.</summary>
    private async Task<ConsignmentState> Return(HeldConsignment held, CancellationToken stop)
    {
        await claims.GiveBack(held.Consignment, _ => null, stop);
        await consignments.Write(held, held.Consignment with { State = ConsignmentState.Returned, DecidedBy = Acceptance.Automatic }, stop);
        return ConsignmentState.Returned;
    }

    private async Task<ConsignmentState> Accept(HeldConsignment held, IReadOnlyList<ReceiptItem> items, CancellationToken stop)
    {
        var consignment = held.Consignment;
        var policy = await policies.Named(consignment.Policy, stop);
        var submission = new Submission
        {
            Consignment = consignment.Id,
            Agency = consignment.Agency,
            AgencyName = (await agencies.Find(consignment.Agency.Value, stop))?.Name ?? consignment.Agency.Value,
            SubmittedAt = consignment.FormedAt,
            SubmittedBy = Acceptance.Automatic,
            Policy = policy.Id,
            LegalBasis = policy.LegalBasis,
            Items = items,
        };
        var acceptance = new Acceptance
        {
            Archive = HistoricalArchive,
            AcceptedAt = consignment.AcceptedAt!.Value,
            AcceptedBy = consignment.DecidedBy!,
            Package = PackageNames.ObjectId(consignment.Package),
            RootMetsSha256 = Sha256Digest.Parse(consignment.RootMets!),
        };
        var receipt = await receipts.Issue(submission, acceptance, stop);
        await consignments.Write(held, consignment with { State = ConsignmentState.Accepted, Receipt = receipt.Blob }, stop);
        return ConsignmentState.Accepted;
    }

    /// <summary>Where each record of the package lies, and the records as they are now, in the same order.</summary>
    private async Task<(IReadOnlyList<PackedRecord> Packed, IReadOnlyList<ArchiveRecord> Records)> Going(Consignment consignment, CancellationToken stop)
    {
        var packed = await consignments.Packed(consignment.Id, stop);
        var going = new ArchiveRecord[packed.Count];
        await Parallel.ForEachAsync(packed.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop }, async (one, reading) =>
            going[one.Index] = (await records.Find(RecordId.Parse(one.Item.RecordId), reading))?.Record ?? throw new InvalidDataException($"Record {one.Item.RecordId} is in a consignment but is not held."));
        return (packed, going);
    }

    private static IReadOnlyList<ReceiptItem> Items(IReadOnlyList<PackedRecord> packed, IReadOnlyList<ArchiveRecord> going) =>
    [
        .. packed.Zip(going, (one, record) => new ReceiptItem
        {
            Record = record.Id,
            DocCode = record.Description.Value(Archive.Description.Field.DocCode),
            OriginalName = record.Content.OriginalName,
            Path = one.Path,
            Size = record.Content.Size,
            Sha256 = record.Content.Digest,
            Due = record.Transfer?.Due,
        }),
    ];
}
