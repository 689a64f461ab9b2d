using Archive.Catalogue;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>An archivist looks through the records whose description is doubtful.</summary>
public sealed class ShowReviewQueue(PageDesk desk, ReviewQueue queue, AgencyRegister agencies, AuditTrail audit)
{
    /// <summary>Shows a page of them, those who came first, first; with <c>reason</c> or <c>agency</c> only those.</summary>
    [Function(nameof(ShowReviewQueue))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/review")] HttpRequest request, CancellationToken stop) => desk.AnswerOnly(
        nameof(ShowReviewQueue), request, frame => Show(frame, stop), ProblemCode.SearchUnavailable);

    private async Task<IResult> Show(PageFrame frame, CancellationToken stop)
    {
        var asked = frame.Query;
        switch (DoubtfulQuery.Of(frame.Caller, asked.GetValueOrDefault("reason"), asked.GetValueOrDefault("agency"), ReviewQueue.PageSize, asked.GetValueOrDefault("continuation")))
        {
            case CatalogueReading.Refused refused:
                return PageDesk.Problem(frame, SearchParameters.Code(refused.Problem), refused.Parameter);
            case CatalogueReading.Accepted { Query: var query }:
                var page = await queue.Page(query, stop);
                await audit.NoteSearch(frame.Caller, new CatalogueRequest { Agency = asked.GetValueOrDefault("agency") }, page, stop);
                return new PageResult<ReviewQueuePage>(frame, new ReviewQueueView(query, page, await queue.Doubtful(page.Items, frame.Caller, stop), await agencies.All(stop)));
            default:
                throw new InvalidOperationException("A request is accepted or refused.");
        }
    }
}
