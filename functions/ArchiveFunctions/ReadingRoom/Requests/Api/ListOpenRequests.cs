using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>An archivist looks at what waits for the archive.</summary>
public sealed class ListOpenRequests(ReadingDesk desk, RequestTable requests, RequestRules rules, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The most that are answered: those due first.</summary>
    internal const int Most = 200;

    /// <summary>What the audit calls the list, which names readers.</summary>
    internal const string List = "open-requests";

    /// <summary>Answers open requests, by the day they are to be answered.</summary>
    [Function(nameof(ListOpenRequests))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/open-requests")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ListOpenRequests), request, async caller =>
        {
            await audit.NoteReader(caller, List, null, stop);
            var open = await Limit.Within(ending => requests.Open(ending).Take(Most).ToListAsync(ending).AsTask(), clock, stop);
            var body = new CopyRequestListBody([.. open.Select(one => CopyRequestBody.Of(one, rules))], Continuation: null);
            return new JsonResult<CopyRequestListBody>(body, RequestJson.Letters.CopyRequestListBody) { Headers = Caching.Never };
        });
}
