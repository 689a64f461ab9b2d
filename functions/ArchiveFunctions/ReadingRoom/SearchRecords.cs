using Archive.Catalogue;
using Archive.ReadingRoom;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Readers look for records. Counts, facets and snippets are of what the caller may see, and of nothing else.</summary>
public sealed class SearchRecords(ReadingDesk desk, CatalogueIndex index, DisclosureTable disclosures, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Answers a page of records found.</summary>
    [Function(nameof(SearchRecords))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(
            request,
            async caller =>
            {
                var asked = SearchParameters.Of(request.Query);
                return CatalogueQuery.Of(asked, caller, await disclosures.Today(stop)) switch
                {
                    CatalogueReading.Accepted accepted => await Found(caller, asked, accepted.Query, stop),
                    CatalogueReading.Refused refused => Problems.Of(SearchParameters.Code(refused.Problem), request, refused.Parameter),
                    var other => throw new InvalidOperationException($"{other} is no reading of a request."),
                };
            },
            ProblemCode.SearchUnavailable);

    private async Task<IResult> Found(Caller caller, CatalogueRequest asked, CatalogueQuery query, CancellationToken stop)
    {
        var page = await Limit.Within(ending => index.Search(query, ending), clock, stop);
        await audit.NoteSearch(caller, asked, page, stop);
        return new JsonResult<RecordList>(new RecordList(page.Count, page.Facets, page.Items, query.Next(page.Count)), ReadingRoomJson.Letters.RecordList) { Headers = Caching.Never };
    }
}
