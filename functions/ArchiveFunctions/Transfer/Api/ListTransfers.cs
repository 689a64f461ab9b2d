using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer, or an archivist, follows an agency's consignments.</summary>
public sealed class ListTransfers(TransferDesk desk, ConsignmentTable consignments)
{
    /// <summary>Answers a page, newest first; with <c>state</c> only those that stand there. An agency has some dozens a year, so all are read.</summary>
    [Function(nameof(ListTransfers))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/transfers")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(ListTransfers), request, agency, async (known, _) =>
        {
            if (TransferDesk.Size(request) is not { } size)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
            if (!TryState(request.Query["state"], out var state))
                return Problems.Of(ProblemCode.ParameterInvalid, request, "state");

            var all = await consignments.Of(known.Code, stop).Where(one => state is null || one.State == state)
                .OrderByDescending(one => one.FormedAt).ThenBy(one => one.Id, StringComparer.Ordinal).ToListAsync(stop);
            var from = 0;
            if (TransferDesk.Continuation(request) is { } after && (from = all.FindIndex(one => one.Id == after) + 1) == 0)
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            var page = all.Skip(from).Take(size).ToList();
            var body = new TransferListBody([.. page.Select(one => TransferBody.Of(one, Words.LanguageOf(request)))], from + size < all.Count ? page[^1].Id : null);
            return new JsonResult<TransferListBody>(body, ConsignmentJson.Letters.TransferListBody) { Headers = Caching.Never };
        });

    private static bool TryState(string? text, out ConsignmentState? state)
    {
        state = Enum.GetValues<ConsignmentState>().Cast<ConsignmentState?>().FirstOrDefault(one => string.Equals(one.ToString(), text, StringComparison.OrdinalIgnoreCase));
        return string.IsNullOrEmpty(text) || state is not null;
    }
}
