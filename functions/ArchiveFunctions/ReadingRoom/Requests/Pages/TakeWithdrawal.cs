using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>Takes the form by which a reader takes a request back.</summary>
public sealed class TakeWithdrawal(PageDesk desk, RequestCounter counter)
{
    /// <summary>Goes back to the request.</summary>
    [Function(nameof(TakeWithdrawal))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reading-room/requests/{request}/withdrawal")] HttpRequest asked, string request, CancellationToken stop) =>
        desk.AnswerFormOnly(nameof(TakeWithdrawal), asked, async (frame, _) => await counter.Withdraw(request, frame.Caller, stop) is Received.Problem problem
            ? PageDesk.Problem(frame, problem.Code)
            : Results.LocalRedirect($"/reading-room/requests/{request}"), stop);
}
