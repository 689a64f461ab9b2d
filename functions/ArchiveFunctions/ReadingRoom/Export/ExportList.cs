using System.Runtime.CompilerServices;
using Archive.Catalogue;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Export;

/// <summary>A reader takes along what the search finds: the same parameters, the same rights, every page of it up to a bound.</summary>
public sealed class ExportList(PageDesk desk, CatalogueIndex index, DisclosureTable disclosures, AgencyRegister agencies, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Answers the list; <c>size</c> and <c>continuation</c> mean nothing to it.</summary>
    [Function(nameof(ExportList))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/export")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(
            request,
            async frame =>
            {
                var asked = SearchParameters.Of(request.Query) with { Size = null, Continuation = null };
                return (ListFormat.Of(request.Query["format"]), CatalogueQuery.Of(asked, frame.Caller, await disclosures.Today(stop))) switch
                {
                    (null, _) => PageDesk.Problem(frame, ProblemCode.ParameterInvalid, "format"),
                    (_, CatalogueReading.Refused refused) => PageDesk.Problem(frame, SearchParameters.Code(refused.Problem), refused.Parameter),
                    ({ } format, CatalogueReading.Accepted accepted) => await Noted(frame, asked, format, () => List(format, accepted.Query, frame.Words, $"{request.Scheme}://{request.Host}", stop), stop),
                    var other => throw new InvalidOperationException($"{other} is no reading of a request."),
                };
            },
            ProblemCode.SearchUnavailable);

    /// <summary>Noted before the first line leaves, whatever the later portions hold. Who is not signed in takes along what is anybody's.</summary>
    private async Task<IResult> Noted(PageFrame frame, CatalogueRequest asked, ListFormat format, Func<Task<ListResult>> list, CancellationToken stop)
    {
        if (!frame.Caller.IsAnonymous)
            await audit.Note(AuditAct.Exported, frame.Caller, $"records.{format.Name}", SearchWords.Of(asked), stop);
        return await list();
    }

    /// <summary>The first portion is read before the answer begins, so that a service that cannot be reached is still a 503 and not a broken file.</summary>
    private async Task<ListResult> List(ListFormat format, CatalogueQuery query, PageWords words, string site, CancellationToken stop)
    {
        var names = await agencies.All(stop);
        var queries = ExportPortions.Of(query).ToList();
        var first = await Portion(queries[0], stop);
        return new ListResult(format, words, first.Count, Today.Of(clock.GetUtcNow()), ending => Portions(ending));

        async IAsyncEnumerable<IEnumerable<ListedRecord>> Portions([EnumeratorCancellation] CancellationToken ending)
        {
            var portion = first;
            for (var number = 1; ; number++)
            {
                yield return portion.Items.Select(hit => ListedRecord.Of(hit, names, words, site));
                if (portion.Items.Count < ExportPortions.Portion || number == queries.Count)
                    yield break;
                portion = await Portion(queries[number], ending);
            }
        }
    }

    private Task<CataloguePage> Portion(CatalogueQuery query, CancellationToken stop) => Limit.Within(ending => index.List(query, ending), clock, stop);
}
