using Archive;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.Requests.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>Takes the form by which an archivist decides.</summary>
public sealed class TakeDecision(PageDesk desk, RequestOffice office, RequestCases cases)
{
    /// <summary>Goes back to the request; or shows it again with what kept the decision from counting, and what was written.</summary>
    [Function(nameof(TakeDecision))]
    public async Task<RequestAnswered> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/requests/{request}/decision")] HttpRequest asked, string request, CancellationToken stop)
    {
        RequestApproved? approved = null;
        var answer = await desk.AnswerFormOnly(nameof(TakeDecision), asked, async (frame, form) =>
        {
            var (said, reasons) = (form["decision"].ToString(), form["reasons"].ToString());
            if (said is not ("approve" or "decline"))
                return PageDesk.Problem(frame, ProblemCode.BodyInvalid);

            var answered = await office.Decide(request, said == "approve", reasons, form["confirmed"] == "yes", frame.Caller, stop);
            approved = answered.Announcement;
            return await cases.After(frame, request, answered, reasons, stop);
        }, stop);
        return new RequestAnswered(answer, approved);
    }
}
