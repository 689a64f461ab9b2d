using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>An administrator takes a day of the audit along, whole, or one act of it.</summary>
public sealed class ExportAudit(PageDesk desk, AuditBook book, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Answers CSV; that it was taken along is noted first.</summary>
    [Function(nameof(ExportAudit))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/audit/export")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ExportAudit), request, async frame =>
        {
            var (asked, _) = AuditRequest.Of(request.Query, clock.GetUtcNow());
            if (asked is null)
                return PageDesk.Problem(frame, ProblemCode.ParameterInvalid);

            await audit.Note(AuditAct.LookedAtAudit, frame.Caller, asked.Iso, $"csv; {asked.Words}", stop);
            return new AuditCsvResult(asked.Iso, frame.Words, book.All(asked.Day, asked.Act, stop));
        });
}
