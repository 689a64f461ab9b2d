using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer.Api;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>Which records of a dossier could be handed over now and what keeps the others, with the form that hands them over.</summary>
public sealed class ShowDossier(PageDesk desk, Dossiers dossiers)
{
    private const int Size = 50;

    /// <summary>Shows a page in the order of ids.</summary>
    [Function(nameof(ShowDossier))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/agencies/{agency}/dossier")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.AnswerOf(
            nameof(ShowDossier),
            request,
            agency,
            async (frame, known) =>
            {
                if (request.Query["dossier"].ToString() is not { Length: > 0 } dossier)
                    return PageDesk.Problem(frame, ProblemCode.ParameterInvalid, "dossier");
                RecordId? after = RecordId.TryParse(TransferDesk.Continuation(request), out var parsed) ? parsed : null;
                if (after is null && TransferDesk.Continuation(request) is not null)
                    return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

                var part = await dossiers.Part(known.Code, dossier, after, Size, stop);
                return part.IsNothing && after is null
                    ? PageDesk.Problem(frame, ProblemCode.NotFound)
                    : new PageResult<DossierPage>(frame, new DossierView(known, dossier, part, IsAsked: false));
            },
            ProblemCode.SearchUnavailable);
}

/// <summary>What a dossier's page shows, and the answer to a wish to hand over.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Dossier">Its code; null for records named singly.</param>
/// <param name="Part">What can go and what is kept.</param>
/// <param name="IsAsked">Whether what can go has just been put among what waits.</param>
public sealed record DossierView(Agency Agency, string? Dossier, DossierPart Part, bool IsAsked);
