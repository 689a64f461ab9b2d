using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer looks which records of a dossier could be handed over now, and what keeps the others; page by page, whatever its size.</summary>
public sealed class GetDossierReadiness(TransferDesk desk, Dossiers dossiers)
{
    /// <summary>Answers a page in the order of ids. It may hold fewer records than asked for and still be followed by another.</summary>
    [Function(nameof(GetDossierReadiness))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/dossier-readiness")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(GetDossierReadiness), request, agency, async (known, _) =>
        {
            if (TransferDesk.Size(request) is not { } size)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
            if (request.Query["dossier"].ToString() is not { Length: > 0 } dossier)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "dossier");
            RecordId? after = RecordId.TryParse(TransferDesk.Continuation(request), out var parsed) ? parsed : null;
            if (after is null && TransferDesk.Continuation(request) is not null)
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            var part = await dossiers.Part(known.Code, dossier, after, size, stop);
            if (part.IsNothing && after is null)
                return Problems.Of(ProblemCode.NotFound, request);

            var kept = part.Kept.Select(one => KeptBody.Of(one.Record, one.Obstacles, Words.LanguageOf(request)));
            var body = new DossierReadinessBody([.. part.Ready.Select(record => record.Id.Value)], [.. kept], part.Next?.Value);
            return new JsonResult<DossierReadinessBody>(body, ConsignmentJson.Letters.DossierReadinessBody) { Headers = Caching.Never };
        });
}
