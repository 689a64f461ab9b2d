using Archive.Catalogue;
using ArchiveFunctions.Catalogue;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Readers look for records. Counts, facets and snippets are of what the caller may see, and of nothing else.</summary>
public sealed class SearchRecords(ReadingDesk desk, CatalogueIndex index, TimeProvider clock)
{
    /// <summary>Answers a page of records found.</summary>
    [Function(nameof(SearchRecords))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(
            request,
            async caller => CatalogueQuery.Of(Asked(request.Query), caller) switch
            {
                CatalogueReading.Accepted accepted => List(accepted.Query, await Limit.Within(ending => index.Search(accepted.Query, ending), clock, stop)),
                CatalogueReading.Refused refused => Problems.Of(Code(refused.Problem), request, refused.Parameter),
                var other => throw new InvalidOperationException($"{other} is no reading of a request."),
            },
            ProblemCode.SearchUnavailable);

    private static CatalogueRequest Asked(IQueryCollection query) => new()
    {
        Q = query["q"],
        Agency = query["agency"],
        Type = query["type"],
        Issuer = query["issuer"],
        Year = query["year"],
        From = query["from"],
        To = query["to"],
        Access = query["access"],
        Custody = query["custody"],
        Sort = query["sort"],
        Size = query["size"],
        Continuation = query["continuation"],
    };

    private static JsonResult<RecordList> List(CatalogueQuery query, CataloguePage page) =>
        new(new RecordList(page.Count, page.Facets, page.Items, query.Next(page.Count)), ReadingRoomJson.Letters.RecordList) { Headers = Caching.Never };

    private static ProblemCode Code(CatalogueProblem problem) => problem switch
    {
        CatalogueProblem.QueryTooLong => ProblemCode.QueryTooLong,
        CatalogueProblem.ContinuationInvalid => ProblemCode.ContinuationInvalid,
        _ => ProblemCode.ParameterInvalid,
    };
}
