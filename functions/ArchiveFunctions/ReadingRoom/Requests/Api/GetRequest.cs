using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>A reader looks at one of their requests, an archivist at any.</summary>
public sealed class GetRequest(ReadingDesk desk, RequestTable requests, RequestCounter counter, RequestRules rules, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Answers the request; another reader's is answered as one that does not exist.</summary>
    [Function(nameof(GetRequest))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/requests/{request}")] HttpRequest asked, string request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(GetRequest), asked, async caller => await Limit.Within(ending => Find(request, caller, ending), clock, stop) is { } found
            ? RequestAnswers.Of(found, rules)
            : Problems.Of(ProblemCode.NotFound, asked));

    private async Task<CopyRequest?> Find(string id, Caller caller, CancellationToken stop) => !caller.Is(Role.Archivist) ? await counter.Own(nameof(GetRequest), id, caller, stop)
        : RequestTable.IsId(id) && await requests.Find(id, stop) is { Request: var request } ? await Noted(request, caller, stop) : null;

    private async Task<CopyRequest> Noted(CopyRequest request, Caller caller, CancellationToken stop)
    {
        await audit.NoteReader(caller, request.Reader, request.Id, stop);
        return request;
    }
}
