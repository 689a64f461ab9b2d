using System.Globalization;
using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Searches;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Searches;

/// <summary>A search and how many records it finds that were admitted since its reader last looked; null where it can be put to the index no more.</summary>
public sealed record SearchStanding(SavedSearch Search, long? New);

/// <summary>What the page of a reader's searches shows.</summary>
/// <param name="Searches">Those of this part of the list.</param>
/// <param name="All">How many there are.</param>
/// <param name="Part">Which part this is, from 1.</param>
/// <param name="Parts">How many parts.</param>
public sealed record SearchesView(IReadOnlyList<SearchStanding> Searches, int All, int Part, int Parts);

/// <summary>A reader looks at the searches kept, each with how much is new.</summary>
public sealed class ListSearches(PageDesk desk, SavedSearchTable searches, CatalogueIndex index, DisclosureTable disclosures, TimeProvider clock)
{
    /// <summary>Searches shown at a time: each costs a question to the index.</summary>
    private const int AtATime = 20;

    /// <summary>Shows the reader's own.</summary>
    [Function(nameof(ListSearches))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/searches")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ListSearches), request, async frame =>
        {
            var (all, disclosed) = (await searches.Of(frame.Caller, stop), await disclosures.Today(stop));
            var parts = Math.Max(1, (all.Count + AtATime - 1) / AtATime);
            var part = int.TryParse(request.Query["part"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 1, parts) : 1;
            var shown = await Task.WhenAll(all.Skip((part - 1) * AtATime).Take(AtATime).Select(search => Standing(search, frame.Caller, disclosed, stop)));
            return new PageResult<SearchesPage>(frame, new SearchesView(shown, all.Count, part, parts));
        });

    /// <summary>What may be seen is asked anew each time: a search kept by somebody with other rights then finds what they may see now.</summary>
    private async Task<SearchStanding> Standing(SavedSearch search, Caller reader, Disclosures disclosed, CancellationToken stop) =>
        CatalogueQuery.Of(search.Asked with { Size = "1" }, reader, disclosed) is CatalogueReading.Accepted accepted
            ? new SearchStanding(search, (await Limit.Within(ending => index.List(accepted.Query.AdmittedSince(search.LookedAt), ending), clock, stop)).Count)
            : new SearchStanding(search, null);
}
