using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>What the page of the audit shows.</summary>
/// <param name="Day">The day in ISO 8601.</param>
/// <param name="Act">The act whose entries are shown; null where acts are only counted.</param>
/// <param name="Counts">How often each act was done.</param>
/// <param name="Page">The entries of the act.</param>
public sealed record AuditView(string Day, AuditAct? Act, IReadOnlyList<AuditCount> Counts, AuditPage? Page);

/// <summary>An administrator looks at a day of the audit: how often each act was done and, for one of them, by whom and about what.</summary>
public sealed class ShowAudit(PageDesk desk, AuditBook book, AuditTrail audit, TimeProvider clock)
{
    private const int Lines = 50;

    /// <summary>Shows it; that somebody looked is noted first.</summary>
    [Function(nameof(ShowAudit))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/audit")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowAudit), request, async frame =>
        {
            var (asked, wrong) = AuditRequest.Of(request.Query, clock.GetUtcNow());
            if (asked is null)
                return PageDesk.Problem(frame, wrong == "continuation" ? ProblemCode.ContinuationInvalid : ProblemCode.ParameterInvalid);

            await audit.Note(AuditAct.LookedAtAudit, frame.Caller, asked.Iso, asked.Words, stop);
            var page = asked.Act is null ? null : await book.Page(asked.Day, asked.Act, asked.Continuation, Lines, stop);
            return new PageResult<AuditPageView>(frame, new AuditView(asked.Iso, asked.Act, await book.Counts(asked.Day, stop), page));
        });
}
