using ArchiveFunctions.ReadingRoom.Requests.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>Takes the form by which an archivist confirms that a fee was paid.</summary>
public sealed class TakePayment(RequestOffice office, RequestCases cases)
{
    /// <summary>Goes back to the request; or shows it again with what kept the confirmation from counting.</summary>
    [Function(nameof(TakePayment))]
    public Task<RequestAnswered> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/requests/{request}/payment")] HttpRequest asked, string request, CancellationToken stop) =>
        cases.Take(nameof(TakePayment), asked, request, "reference", async (caller, form) => await office.Pay(request, form["reference"], caller, stop), stop);
}
