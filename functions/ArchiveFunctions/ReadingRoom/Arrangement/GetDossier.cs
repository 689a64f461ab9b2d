using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>A reader reads a dossier: what is said of it, and its documents in order.</summary>
public sealed class GetDossier(ReadingDesk desk, OpenedDossiers dossiers, Refusals refusals, AuditTrail audit)
{
    private const int Size = 50;

    /// <summary>Answers a page of it; to a caller for whom there is none, exactly what is answered when there is none.</summary>
    [Function(nameof(GetDossier))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/dossiers")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(
            request,
            async caller =>
            {
                if (request.Query["code"].ToString() is not { Length: > 0 } code)
                    return Problems.Of(ProblemCode.ParameterInvalid, request, "code");
                var after = request.Query["continuation"].ToString() is { Length: > 0 } key ? key : null;
                if (!AgencyCode.TryParse(agency, out var known) || await dossiers.Page(known, code, caller, after, Size, stop) is not { } opened)
                    return await refusals.NotThere(nameof(GetDossier), caller, request, code);

                await audit.NoteDossier(caller, opened, stop);
                return new JsonResult<DossierBody>(DossierBody.Of(opened, new PageWords(Words.LanguageOf(request))), ReadingRoomJson.Letters.DossierBody) { Headers = Caching.Never };
            },
            ProblemCode.SearchUnavailable);
}
