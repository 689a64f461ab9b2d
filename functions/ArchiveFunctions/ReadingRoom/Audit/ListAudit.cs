using Archive.ReadingRoom.Audit;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>An administrator's programs read the audit. That is noted in it, too.</summary>
public sealed class ListAudit(ReadingDesk desk, AuditBook book, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Answers a page of a day's entries, act by act, and on the first page how often each was done.</summary>
    [Function(nameof(ListAudit))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ListAudit), request, async caller =>
        {
            if (TransferDesk.Size(request) is not { } size)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
            var (asked, wrong) = AuditRequest.Of(request.Query, clock.GetUtcNow());
            if (asked is null)
                return Problems.Of(wrong == "continuation" ? ProblemCode.ContinuationInvalid : ProblemCode.ParameterInvalid, request, wrong);

            await audit.Note(AuditAct.LookedAtAudit, caller, asked.Iso, asked.Words, stop);
            var page = await book.Page(asked.Day, asked.Act, asked.Continuation, size, stop);
            var counts = asked.Continuation is null ? await book.Counts(asked.Day, stop) : null;
            var body = new AuditBody(asked.Day, counts?.Select(AuditCountBody.Of).ToList(), [.. page.Entries.Select(AuditEntryBody.Of)], page.Continuation);
            return new JsonResult<AuditBody>(body, AuditJson.Letters.AuditBody) { Headers = Caching.Never };
        });
}
