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
/// A verified consignment is accepted: the receipt is signed by both sides and written, then custody may move. Repeated, it finds the receipt
/// already there.
/// </summary>
public sealed class AcceptConsignment(ConsignmentTable consignments, RecordTable records, AgencyRegister agencies, PolicyTable policies, ReceiptBook receipts)
{
    /// <summary>The city archive as receipts name it.</summary>
    private const string HistoricalArchive = "Trung tâm Lưu trữ lịch sử thành phố Hà Nội";

    /// <summary>Accepts one consignment and announces that custody is to move.</summary>
    [Function(nameof(AcceptConsignment))]
    [ServiceBusOutput(Queues.ConsignmentAccepted, Connection = StorageNames.ServiceBus)]
    public async Task<ConsignmentAccepted?> Run([ServiceBusTrigger(Queues.ConsignmentVerified, Connection = StorageNames.ServiceBus)] ConsignmentVerified verified, CancellationToken stop)
    {
        var held = await consignments.Find(AgencyCode.Parse(verified.Agency), verified.Consignment, stop) ?? throw new InvalidDataException($"Consignment {verified.Consignment} was verified but is not held.");
        if (held.Consignment.State == ConsignmentState.Verified)
            await Accept(held, stop);
        return held.Consignment.State is ConsignmentState.Verified or ConsignmentState.Accepted ? new ConsignmentAccepted(verified.Agency, verified.Consignment, 0) : null;
    }

    private async Task Accept(HeldConsignment held, CancellationToken stop)
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
            Items = await Items(consignment, stop),
        };
        var acceptance = new Acceptance
        {
            Archive = HistoricalArchive,
            // The time of the check, not of this run: whoever repeats it says the same.
            AcceptedAt = consignment.VerifiedAt ?? throw new InvalidDataException($"Consignment {consignment.Id} is verified without a time."),
            AcceptedBy = consignment.DecidedBy ?? Acceptance.Automatic,
            Package = PackageNames.ObjectId(consignment.Package),
            RootMetsSha256 = Sha256Digest.Parse(consignment.RootMets!),
        };
        var receipt = await receipts.Issue(submission, acceptance, stop);
        await consignments.Write(held, consignment with { State = ConsignmentState.Accepted, AcceptedAt = acceptance.AcceptedAt, DecidedBy = acceptance.AcceptedBy, Receipt = receipt.Blob }, stop);
    }

    private async Task<IReadOnlyList<ReceiptItem>> Items(Consignment consignment, CancellationToken stop)
    {
        var packed = await consignments.Packed(consignment.Id, stop);
        var items = new ReceiptItem[packed.Count];
        await Parallel.ForEachAsync(packed.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop }, async (one, reading) =>
        {
            var record = (await records.Find(RecordId.Parse(one.Item.RecordId), reading))?.Record ?? throw new InvalidDataException($"Record {one.Item.RecordId} is in a consignment but is not held.");
            items[one.Index] = new ReceiptItem
            {
                Record = record.Id,
                DocCode = record.Description.Value(Archive.Description.Field.DocCode),
                OriginalName = record.Content.OriginalName,
                Path = one.Item.Path,
                Size = record.Content.Size,
                Sha256 = record.Content.Digest,
                Due = record.Transfer?.Due,
            };
        });
        return items;
    }
}
