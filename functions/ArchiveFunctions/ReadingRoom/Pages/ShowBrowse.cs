using Archive.Catalogue;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The way in for those who do not know what to type: by agency, type and year, each with how many records this reader would find.</summary>
public sealed class ShowBrowse(PageDesk desk, CatalogueIndex index, DisclosureTable disclosures, AgencyRegister agencies, AuditTrail audit, TimeProvider clock)
{
    private static readonly CatalogueRequest Everything = new() { Size = "1" };

    /// <summary>Shows the counts.</summary>
    [Function(nameof(ShowBrowse))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/browse")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(
            request,
            async frame =>
            {
                var query = ((CatalogueReading.Accepted)CatalogueQuery.Of(Everything, frame.Caller, await disclosures.Today(stop))).Query;
                var page = await Limit.Within(ending => index.Search(query, ending), clock, stop);
                await audit.NoteSearch(frame.Caller, Everything, page, stop);
                return new PageResult<BrowsePage>(frame, new SearchView(Everything, query, page, await agencies.All(stop)));
            },
            ProblemCode.SearchUnavailable);
}
