using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>An archivist compares what is said of a record with the record.</summary>
public sealed class ShowReview(PageDesk desk, ReviewDesk reviews)
{
    /// <summary>Shows the record beside a form of what is said of it. One that is not doubtful may be corrected too.</summary>
    [Function(nameof(ShowReview))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/review/{id}")] HttpRequest request, string id, CancellationToken stop) => desk.Answer(request, async frame =>
    {
        var (record, refusal) = await reviews.Find(nameof(ShowReview), id, frame, stop);
        return refusal ?? await reviews.Page(frame, record!, frame.Query.ContainsKey("saved") ? ReviewNotice.Saved : ReviewNotice.None, stop);
    });
}
