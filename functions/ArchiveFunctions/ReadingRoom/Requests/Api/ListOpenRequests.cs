using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>An archivist looks at what waits for the archive.</summary>
public sealed class ListOpenRequests(ReadingDesk desk, RequestTable requests, RequestRules rules, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What the audit calls the list, which names readers.</summary>
    internal const string List = "open-requests";

    /// <summary>Answers a page of open requests, by the day they are to be answered.</summary>
    [Function(nameof(ListOpenRequests))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/open-requests")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ListOpenRequests), request, async caller =>
        {
            if (TransferDesk.Size(request) is not { } size)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
            if (TransferDesk.Continuation(request) is var after && after is not null && !RequestTable.IsOpenContinuation(after))
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            await audit.NoteReader(caller, List, null, stop);
            var page = await Limit.Within(ending => requests.OpenPage(after, size, ending), clock, stop);
            var body = new CopyRequestListBody([.. page.Requests.Select(one => CopyRequestBody.Of(one, rules))], page.Continuation);
            return new JsonResult<CopyRequestListBody>(body, RequestJson.Letters.CopyRequestListBody) { Headers = Caching.Never };
        });
}
