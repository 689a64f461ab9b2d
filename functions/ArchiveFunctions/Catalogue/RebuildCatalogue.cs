using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Catalogue;

/// <summary>An administrator has the index made again from the tables.</summary>
public sealed class RebuildCatalogue(ReadingDesk desk, CatalogueRebuild rebuild, AuditTrail audit)
{
    /// <summary>Answers how far it came; a large archive is gone through in several requests, each with the continuation of the one before.</summary>
    [Function(nameof(RebuildCatalogue))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/catalogue/rebuild")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(RebuildCatalogue), request, async caller =>
        {
            string? continuation = request.Query["continuation"];
            RecordId? after = RecordId.TryParse(continuation, out var given) ? given : null;
            if (!string.IsNullOrEmpty(continuation) && after is null)
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            await audit.Note(AuditAct.RebuiltCatalogue, caller, "catalogue", after is null ? null : $"after {after}", stop);
            return new JsonResult<RebuildReport>(await rebuild.Run(after, stop), ReadingRoomJson.Letters.RebuildReport);
        });
}
