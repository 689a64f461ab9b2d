using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>A reader follows their own requests.</summary>
public sealed class ListRequests(ReadingDesk desk, RequestTable requests, RequestRules rules, TimeProvider clock)
{
    /// <summary>Answers a page, newest first.</summary>
    [Function(nameof(ListRequests))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/requests")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ListRequests), request, async caller =>
        {
            if (TransferDesk.Size(request) is not { } size)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
            if (TransferDesk.Continuation(request) is var after && after is not null && !RequestTable.IsContinuation(after))
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            var page = await Limit.Within(ending => requests.OfReader(RecordId.ForReader(caller.Subject), after, size, ending), clock, stop);
            var body = new CopyRequestListBody([.. page.Requests.Select(one => CopyRequestBody.Of(one, rules))], page.Continuation);
            return new JsonResult<CopyRequestListBody>(body, RequestJson.Letters.CopyRequestListBody) { Headers = Caching.Never };
        });
}
