using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession.Api;

/// <summary>Which agencies deposit here: their names are public.</summary>
public sealed class ListAgencies(ReadingDesk desk, AgencyRegister agencies)
{
    /// <summary>Answers all agencies by code.</summary>
    [Function(nameof(ListAgencies))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(request, async _ =>
        {
            var all = (await agencies.All(stop)).Values.OrderBy(agency => agency.Code.Value, StringComparer.Ordinal);
            var body = new AgencyListBody([.. all.Select(agency => new AgencyBody(agency.Code.Value, agency.Name, agency.EnglishName))]);
            return new JsonResult<AgencyListBody>(body, AccessionJson.Letters.AgencyListBody);
        });
}
