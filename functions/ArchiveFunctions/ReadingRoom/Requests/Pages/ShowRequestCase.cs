using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The page of a request at the archivists' desk: who asks, for what, what the rule says, and the decision.</summary>
public sealed class ShowRequestCase(PageDesk desk, RequestCases cases)
{
    /// <summary>Shows it.</summary>
    [Function(nameof(ShowRequestCase))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/requests/{request}")] HttpRequest asked, string request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowRequestCase), asked, frame => cases.Show(frame, request, null, null, stop));
}
