using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Arrangement;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The reading room's first page: one box, filters, and what was found. The address holds all of it and can be handed on.</summary>
public sealed class ShowSearch(PageDesk desk, CatalogueIndex index, DisclosureTable disclosures, AgencyRegister agencies, OpenedDossiers dossiers, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Shows a page of records found.</summary>
    [Function(nameof(ShowSearch))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(
            request,
            async frame =>
            {
                var asked = SearchParameters.Of(request.Query);
                return CatalogueQuery.Of(asked, frame.Caller, await disclosures.Today(stop)) switch
                {
                    CatalogueReading.Accepted accepted => await Found(frame, asked, accepted.Query, stop),
                    CatalogueReading.Refused refused => PageDesk.Problem(frame, SearchParameters.Code(refused.Problem), refused.Parameter),
                    var other => throw new InvalidOperationException($"{other} is no reading of a request."),
                };
            },
            ProblemCode.SearchUnavailable);

    private async Task<IResult> Found(PageFrame frame, CatalogueRequest asked, CatalogueQuery query, CancellationToken stop)
    {
        var page = await Limit.Within(ending => index.Search(query, ending), clock, stop);
        await audit.NoteSearch(frame.Caller, asked, page, stop);
        return new PageResult<SearchPage>(frame, new SearchView(asked, query, page, await agencies.All(stop)) { Dossier = await Dossier(asked, frame.Caller, stop) });
    }

    private async Task<Dossier?> Dossier(CatalogueRequest asked, Caller caller, CancellationToken stop) =>
        !string.IsNullOrEmpty(asked.Dossier) && AgencyCode.TryParse(asked.Agency, out var agency) ? (await dossiers.Page(agency, asked.Dossier, caller, null, 1, stop))?.Dossier : null;
}
