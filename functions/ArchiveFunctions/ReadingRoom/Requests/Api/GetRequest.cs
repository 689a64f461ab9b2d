using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>A reader looks at one of their requests, an archivist at any.</summary>
public sealed class GetRequest(ReadingDesk desk, RequestTable requests, RequestCounter counter, RequestRules rules, TimeProvider clock)
{
    /// <summary>Answers the request; another reader's is answered as one that does not exist.</summary>
    [Function(nameof(GetRequest))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/requests/{request}")] HttpRequest asked, string request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(GetRequest), asked, async caller => await Limit.Within(ending => Find(request, caller, ending), clock, stop) is { } found
            ? RequestAnswers.Of(found, rules)
            : Problems.Of(ProblemCode.NotFound, asked));

    private async Task<CopyRequest?> Find(string id, Caller caller, CancellationToken stop) => !caller.Is(Role.Archivist) ? await counter.Own(id, caller, stop)
        : RequestTable.IsId(id) ? (await requests.Find(id, stop))?.Request : null;
}
