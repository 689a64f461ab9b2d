using ArchiveFunctions.ReadingRoom.Requests.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>Takes the form by which an archivist decides.</summary>
public sealed class TakeDecision(RequestOffice office, RequestCases cases)
{
    /// <summary>Goes back to the request; or shows it again with what kept the decision from counting, and what was written.</summary>
    [Function(nameof(TakeDecision))]
    public Task<RequestAnswered> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/requests/{request}/decision")] HttpRequest asked, string request, CancellationToken stop) =>
        cases.Take(nameof(TakeDecision), asked, request, "reasons", async (caller, form) => form["decision"].ToString() is "approve" or "decline"
            ? await office.Decide(request, form["decision"] == "approve", form["reasons"].ToString(), form["confirmed"] == "yes", caller, stop)
            : null, stop);
}
