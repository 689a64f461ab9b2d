using Archive;
using Archive.ReadingRoom.Requests;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>The answer, and what follows from it.</summary>
/// <param name="Answer">For the caller.</param>
/// <param name="Approved">Where what was asked for can be made.</param>
public sealed record RequestAnswered(
    [property: HttpResult] IResult Answer,
    [property: ServiceBusOutput(Queues.RequestApproved, Connection = StorageNames.ServiceBus)] RequestApproved? Approved);

/// <summary>An archivist approves a request, or declines it, with reasons. Nobody decides their own.</summary>
public sealed class DecideRequest(ReadingDesk desk, RequestOffice office, RequestRules rules)
{
    /// <summary>Answers the request as it then stands.</summary>
    [Function(nameof(DecideRequest))]
    public async Task<RequestAnswered> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/requests/{request}/decision")] HttpRequest asked, string request, CancellationToken stop)
    {
        RequestApproved? approved = null;
        var answer = await desk.AnswerOnly(nameof(DecideRequest), asked, async caller =>
        {
            if (await OfficersDesk.Body(asked, RequestJson.Letters.RequestDecisionBody, stop) is not { Approved: { } yes } body)
                return Problems.Of(ProblemCode.BodyInvalid, asked);

            var answered = await office.Decide(request, yes, body.Reasons, body.ConditionsConfirmed ?? false, caller, stop);
            approved = answered.Announcement;
            return RequestAnswers.Of(answered, rules, asked);
        });
        return new RequestAnswered(answer, approved);
    }
}
