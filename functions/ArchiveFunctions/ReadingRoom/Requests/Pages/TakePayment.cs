using Archive;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.Requests.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>Takes the form by which an archivist confirms that a fee was paid.</summary>
public sealed class TakePayment(PageDesk desk, RequestOffice office, RequestCases cases)
{
    /// <summary>Goes back to the request; or shows it again with what kept the confirmation from counting.</summary>
    [Function(nameof(TakePayment))]
    public async Task<RequestAnswered> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/requests/{request}/payment")] HttpRequest asked, string request, CancellationToken stop)
    {
        RequestApproved? approved = null;
        var answer = await desk.AnswerFormOnly(nameof(TakePayment), asked, async (frame, form) =>
        {
            var answered = await office.Pay(request, form["reference"], frame.Caller, stop);
            approved = answered.Announcement;
            return await cases.After(frame, request, answered, form["reference"], stop);
        }, stop);
        return new RequestAnswered(answer, approved);
    }
}
