using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>
/// A manager looks behind the number of a refusal: which agencies sent such uploads, and when. What they sent is their own affair: nothing refused is a
/// record, and its names are for the officers who can mend it.
/// </summary>
public sealed class ShowRefusals(PageDesk desk, BoardTable board, AgencyRegister agencies, TimeProvider clock)
{
    /// <summary>Shows those of one finding code (<c>code=A-106</c>), in the months of the board.</summary>
    [Function(nameof(ShowRefusals))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/board/refusals")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowRefusals), request, async frame =>
        {
            if (FindingCodes.All.FirstOrDefault(code => code.Id == frame.Query.GetValueOrDefault("code")) is not { } asked)
                return PageDesk.Problem(frame, ProblemCode.ParameterInvalid, "code");

            var (months, known) = await Limit.Within(async ending => (await board.Months(ending).ToListAsync(ending), await agencies.All(ending)), clock, stop);
            return new PageResult<RefusalsPage>(frame, new RefusalsView(asked.Id, [.. BoardFigures.RefusedFor(asked.Id, months)], known));
        });
}

/// <summary>What the list behind a refusal's number shows.</summary>
/// <param name="Code">The finding code.</param>
/// <param name="Rows">Months and agencies with such uploads, the latest month first.</param>
/// <param name="Agencies">All agencies, for their names.</param>
public sealed record RefusalsView(string Code, IReadOnlyList<RefusedUploads> Rows, IReadOnlyDictionary<AgencyCode, Agency> Agencies);

/// <summary>An agency's uploads of a month that stand refused for one reason.</summary>
/// <param name="Month">The month, by its first day.</param>
/// <param name="Agency">The agency's code, or the name of all folders that are no agency's.</param>
/// <param name="Count">How many there are.</param>
public sealed record RefusedUploads(DateOnly Month, string Agency, int Count);
