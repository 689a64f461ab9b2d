using Archive.ReadingRoom.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>A reader takes a request back.</summary>
public sealed class WithdrawRequest(ReadingDesk desk, RequestCounter counter, RequestRules rules)
{
    /// <summary>Answers the request as it then stands; done twice, it is done once.</summary>
    [Function(nameof(WithdrawRequest))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/requests/{request}/withdrawal")] HttpRequest asked, string request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(WithdrawRequest), asked, async caller => RequestAnswers.Of(await counter.Withdraw(request, caller, stop), rules, asked));
}
