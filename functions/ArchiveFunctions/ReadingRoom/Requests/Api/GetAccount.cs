using Archive.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>A reader looks at their own account; there is no way to another's.</summary>
public sealed class GetAccount(ReadingDesk desk, ReaderTable readers, TimeProvider clock)
{
    /// <summary>Answers the account; 404 before there is one.</summary>
    [Function(nameof(GetAccount))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/account")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(GetAccount), request, async caller => await Limit.Within(ending => readers.Find(RecordId.ForReader(caller.Subject), ending), clock, stop) is { } account
            ? new JsonResult<AccountBody>(AccountBody.Of(account), RequestJson.Letters.AccountBody) { Headers = Caching.Never }
            : Problems.Of(ProblemCode.NotFound, request));
}
