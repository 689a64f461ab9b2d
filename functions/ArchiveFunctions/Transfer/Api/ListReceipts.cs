using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Transfer.Receipts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer, or an archivist, looks through an agency's receipts.</summary>
public sealed class ListReceipts(TransferDesk desk, ReceiptBook receipts)
{
    /// <summary>Answers the whole chain, oldest first.</summary>
    [Function(nameof(ListReceipts))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/receipts")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(ListReceipts), request, agency, async (known, _) =>
        {
            var chain = await receipts.Chain(known.Code, stop);
            var body = new ReceiptListBody([.. chain.Select(receipt => new ReceiptBody(receipt.Sequence, receipt.Consignment, $"/api/agencies/{known.Code}/receipts/{receipt.Sequence}"))]);
            return new JsonResult<ReceiptListBody>(body, ConsignmentJson.Letters.ReceiptListBody) { Headers = Caching.Never };
        });
}
