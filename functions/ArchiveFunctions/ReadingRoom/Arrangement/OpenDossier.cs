using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>The page of a dossier.</summary>
public sealed class OpenDossier(PageDesk desk, OpenedDossiers dossiers, AgencyRegister agencies, Refusals refusals, AuditTrail audit)
{
    private const int Size = 30;

    /// <summary>Shows a page of it; to a caller for whom there is none, exactly what is shown when there is none.</summary>
    [Function(nameof(OpenDossier))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/dossiers/{agency}")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(
            request,
            async frame =>
            {
                if (frame.Query.GetValueOrDefault("code") is not { } code)
                    return PageDesk.Problem(frame, ProblemCode.ParameterInvalid, "code");
                if (!AgencyCode.TryParse(agency, out var known) || await dossiers.Page(known, code, frame.Caller, frame.Query.GetValueOrDefault("continuation"), Size, stop) is not { } opened)
                    return await refusals.NotThere(nameof(OpenDossier), frame, code, stop);

                await audit.NoteDossier(frame.Caller, opened, stop);
                return new PageResult<DossierSheet>(frame, new DossierSheetView(opened, (await agencies.All(stop)).NameOf(known, frame.Words.Language)));
            },
            ProblemCode.SearchUnavailable);

    /// <summary>Its address.</summary>
    public static string To(AgencyCode agency, string code) => PageFrame.To($"/reading-room/dossiers/{agency}", ("code", code));
}

/// <summary>What the page of a dossier shows.</summary>
/// <param name="Opened">The dossier as the reader sees it.</param>
/// <param name="Agency">What its agency is called.</param>
public sealed record DossierSheetView(OpenedDossier Opened, string Agency);
