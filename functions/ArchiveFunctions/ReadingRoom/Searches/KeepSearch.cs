using Archive.Catalogue;
using Archive.ReadingRoom.Searches;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Searches;

/// <summary>A reader keeps a search under a name, by the form on the page of what it found.</summary>
public sealed class KeepSearch(PageDesk desk, SavedSearchTable searches, TimeProvider clock)
{
    /// <summary>Keeps it and shows all that are kept. Sent twice, it is kept once.</summary>
    [Function(nameof(KeepSearch))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reading-room/searches")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerFormOnly(nameof(KeepSearch), request, async (frame, form) =>
        {
            var asked = SearchParameters.Of(new QueryCollection(form.ToDictionary(field => field.Key, field => field.Value)));
            if (CatalogueQuery.Of(asked with { Size = null, Continuation = null }, frame.Caller) is CatalogueReading.Refused refused)
                return PageDesk.Problem(frame, SearchParameters.Code(refused.Problem), refused.Parameter);

            switch (Keeping.Decide(form["name"], asked, await searches.Of(frame.Caller, stop), clock.GetUtcNow()))
            {
                case Keeping.Kept kept:
                    await searches.Keep(frame.Caller, kept.Search, stop);
                    return Results.LocalRedirect("/reading-room/searches");
                case Keeping.TooMany:
                    return PageDesk.Problem(frame, ProblemCode.SearchesFull);
                default:
                    return PageDesk.Problem(frame, ProblemCode.SearchNameInvalid);
            }
        }, stop);
}
