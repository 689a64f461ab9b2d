using Archive.Transfer;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>An archivist looks through the consignments of all agencies that wait for a word.</summary>
public sealed class ShowAcceptances(PageDesk desk, ConsignmentTable consignments, AgencyRegister agencies)
{
    private const int PageSize = 20;

    /// <summary>Shows a page of them, the one that was verified first, first.</summary>
    [Function(nameof(ShowAcceptances))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/acceptances")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowAcceptances), request, frame => Show(frame, stop));

    private async Task<IResult> Show(PageFrame frame, CancellationToken stop)
    {
        var waiting = await consignments.In(ConsignmentState.Held, stop).OrderBy(one => one.VerifiedAt).ThenBy(one => one.Id, StringComparer.Ordinal).ToListAsync(stop);

        // A place and not a number: what was decided meanwhile moves nothing past the reader.
        var from = frame.Query.GetValueOrDefault("continuation")?.Split('|') is [var at, var id] && DateTimeOffset.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var after)
            ? waiting.FindIndex(one => one.VerifiedAt > after || (one.VerifiedAt == after && string.CompareOrdinal(one.Id, id) > 0))
            : frame.Query.ContainsKey("continuation") ? -2 : 0;
        if (from == -2)
            return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

        var page = from < 0 ? [] : waiting.Skip(from).Take(PageSize).ToList();
        var next = from >= 0 && from + PageSize < waiting.Count ? FormattableString.Invariant($"{page[^1].VerifiedAt:O}|{page[^1].Id}") : null;
        return new PageResult<AcceptancesPage>(frame, new AcceptancesView(waiting.Count, page, await agencies.All(stop), next));
    }
}
