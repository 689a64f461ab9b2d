using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>What the page of the check shows.</summary>
/// <param name="Month">The month, as <c>yyyy-MM</c>.</param>
/// <param name="Days">Its days that have been closed.</param>
public sealed record AuditCheckView(string Month, IReadOnlyList<SealCheck> Days);

/// <summary>An administrator has a month of the audit compared with its seals. Every entry of the month is read for it.</summary>
public sealed class CheckAudit(PageDesk desk, AuditChain chain, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Shows each day and whether it is as it was closed; the month is this one unless said.</summary>
    [Function(nameof(CheckAudit))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/audit/check")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(CheckAudit), request, async frame =>
        {
            var today = Today.Of(clock.GetUtcNow());
            var text = request.Query["month"].ToString() is { Length: > 0 } given ? given : $"{today:yyyy-MM}";
            if (TransferDesk.Month(text) is not { } month)
                return PageDesk.Problem(frame, ProblemCode.ParameterInvalid);

            await audit.Note(AuditAct.LookedAtAudit, frame.Caller, text, "check", stop);
            return new PageResult<AuditCheckPage>(frame, new AuditCheckView(text, await chain.Check(month, stop).ToListAsync(stop)));
        });
}
