using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>A reader registers, or changes what their account says (TT 05/2025 Đ35).</summary>
public sealed class SaveAccount(ReadingDesk desk, ReaderTable readers, AuditTrail audit)
{
    /// <summary>Answers the account as it then stands; one changed elsewhere meanwhile is not written over.</summary>
    [Function(nameof(SaveAccount))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/account")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(SaveAccount), request, async caller =>
        {
            if (await OfficersDesk.Body(request, RequestJson.Letters.AccountBody, stop) is not { } body)
                return Problems.Of(ProblemCode.BodyInvalid, request);

            var account = body.ToAccount(RecordId.ForReader(caller.Subject));
            if (account.Errors() is [var wrong, ..])
                return Problems.Of(ProblemCode.AccountInvalid, request, wrong);
            await audit.Note(AuditAct.SavedAccount, caller, account.Reader, null, stop);
            return await readers.Save(account, body.Version ?? 0, stop) is { } saved
                ? new JsonResult<AccountBody>(AccountBody.Of(saved), RequestJson.Letters.AccountBody) { Headers = Caching.Never }
                : Problems.Of(ProblemCode.AccountChanged, request);
        });
}
