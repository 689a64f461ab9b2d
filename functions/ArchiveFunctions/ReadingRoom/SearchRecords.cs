using Archive.Catalogue;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Disclosing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Readers look for records. Counts, facets and snippets are of what the caller may see, and of nothing else.</summary>
public sealed class SearchRecords(ReadingDesk desk, CatalogueIndex index, DisclosureTable disclosures, TimeProvider clock)
{
    /// <summary>Answers a page of records found.</summary>
    [Function(nameof(SearchRecords))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(
            request,
            async caller => CatalogueQuery.Of(SearchParameters.Of(request.Query), caller, await disclosures.Today(stop)) switch
            {
                CatalogueReading.Accepted accepted => List(accepted.Query, await Limit.Within(ending => index.Search(accepted.Query, ending), clock, stop)),
                CatalogueReading.Refused refused => Problems.Of(SearchParameters.Code(refused.Problem), request, refused.Parameter),
                var other => throw new InvalidOperationException($"{other} is no reading of a request."),
            },
            ProblemCode.SearchUnavailable);

    private static JsonResult<RecordList> List(CatalogueQuery query, CataloguePage page) =>
        new(new RecordList(page.Count, page.Facets, page.Items, query.Next(page.Count)), ReadingRoomJson.Letters.RecordList) { Headers = Caching.Never };
}
