using Archive;
using Archive.ReadingRoom.Requests;
using ArchiveFunctions.Accession.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>An archivist confirms that a request's fee was paid.</summary>
public sealed class ConfirmPayment(ReadingDesk desk, RequestOffice office, RequestRules rules)
{
    /// <summary>Answers the request as it then stands; confirmed twice, it is paid once.</summary>
    [Function(nameof(ConfirmPayment))]
    public async Task<RequestAnswered> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/requests/{request}/payment")] HttpRequest asked, string request, CancellationToken stop)
    {
        RequestApproved? approved = null;
        var answer = await desk.AnswerOnly(nameof(ConfirmPayment), asked, async caller =>
        {
            if (await OfficersDesk.Body(asked, RequestJson.Letters.PaymentBody, stop) is not { } body)
                return Problems.Of(ProblemCode.BodyInvalid, asked);

            var answered = await office.Pay(request, body.Reference, caller, stop);
            approved = answered.Announcement;
            return RequestAnswers.Of(answered, rules, asked);
        });
        return new RequestAnswered(answer, approved);
    }
}
