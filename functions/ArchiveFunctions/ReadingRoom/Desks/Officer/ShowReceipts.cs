using System.Globalization;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer.Api;
using ArchiveFunctions.Transfer.Receipts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>An agency's receipts, newest first, to take home, and how each is checked without this archive.</summary>
public sealed class ShowReceipts(PageDesk desk, ReceiptBook receipts)
{
    private const int Size = 50;

    /// <summary>Shows a page of them. The chain is read whole: one listing for thousands.</summary>
    [Function(nameof(ShowReceipts))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/agencies/{agency}/receipts")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.AnswerOf(nameof(ShowReceipts), request, agency, async (frame, known) =>
        {
            var before = int.MaxValue;
            if (TransferDesk.Continuation(request) is { } given && !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out before))
                return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

            var rest = (await receipts.Chain(known.Code, stop)).Where(receipt => receipt.Sequence < before).OrderByDescending(receipt => receipt.Sequence).Take(Size + 1).ToList();
            return new PageResult<ReceiptsPage>(frame, new ReceiptsView(known, [.. rest.Take(Size)], rest.Count > Size));
        });
}

/// <summary>What a page of receipts shows.</summary>
/// <param name="Agency">Whose they are.</param>
/// <param name="Receipts">Newest first.</param>
/// <param name="HasMore">Whether older ones follow.</param>
public sealed record ReceiptsView(Agency Agency, IReadOnlyList<IssuedReceipt> Receipts, bool HasMore);
