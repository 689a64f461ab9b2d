using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>Takes the form on which a reader asks.</summary>
public sealed class TakeRequest(PageDesk desk, RequestCounter counter, AskForm asking)
{
    /// <summary>Goes to the page of the request, the same one for a form sent twice; or shows the form again with what is wrong.</summary>
    [Function(nameof(TakeRequest))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reading-room/requests")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerFormOnly(nameof(TakeRequest), request, async (frame, form) =>
        {
            var asked = AskForm.Of(form);
            return await counter.Ask(asked, frame.Caller, stop) switch
            {
                Received.Stands { Request: var made } => Results.LocalRedirect($"/reading-room/requests/{made.Id}?sent=1"),
                Received.Faulty faulty => await asking.Show(frame, asked, faulty.Errors, StatusCodes.Status422UnprocessableEntity, stop),
                Received.Problem { Code: var code } when code == ProblemCode.NotFound => await asking.Show(frame, asked, ["recordIds"], StatusCodes.Status422UnprocessableEntity, stop),
                Received.Problem { Code: var code } when code == ProblemCode.AccountMissing => await asking.Show(frame, asked, [], code.Status, stop),
                Received.Problem problem => PageDesk.Problem(frame, problem.Code),
                var other => throw new InvalidOperationException($"{other} is nothing a request comes to."),
            };
        }, stop);
}
