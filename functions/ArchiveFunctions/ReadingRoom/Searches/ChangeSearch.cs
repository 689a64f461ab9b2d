using Archive.ReadingRoom.Searches;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Searches;

/// <summary>A reader runs a search that is kept, gives it another name, or keeps it no longer. One of another reader's is one that does not exist.</summary>
public sealed class ChangeSearch(PageDesk desk, SavedSearchTable searches, TimeProvider clock)
{
    /// <summary>Does what the form's button says.</summary>
    [Function(nameof(ChangeSearch))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reading-room/searches/{search}")] HttpRequest request, string search, CancellationToken stop) =>
        desk.AnswerFormOnly(nameof(ChangeSearch), request, async (frame, form) =>
        {
            if (await searches.Find(frame.Caller, search, stop) is not { } kept)
                return PageDesk.Problem(frame, ProblemCode.NotFound);

            switch (form["do"].ToString())
            {
                case "run":
                    await searches.Look(frame.Caller, kept.Id, clock.GetUtcNow(), stop);
                    return Results.LocalRedirect(PageFrame.To("/reading-room", [.. SearchParameters.Written(kept.Asked)]));
                case "delete":
                    await searches.Forget(frame.Caller, kept.Id, stop);
                    return Results.LocalRedirect("/reading-room/searches");
                case "rename" when SavedSearch.NameOf(form["name"]) is { } name:
                    await searches.Rename(frame.Caller, kept.Id, name, stop);
                    return Results.LocalRedirect("/reading-room/searches");
                default:
                    return PageDesk.Problem(frame, ProblemCode.SearchNameInvalid);
            }
        }, stop);
}
