using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Catalogue;

/// <summary>An administrator has the index made again from the tables.</summary>
public sealed class RebuildCatalogue(ReadingDesk desk, CatalogueRebuild rebuild)
{
    /// <summary>Answers how far it came; a large archive is gone through in several requests, each with the continuation of the one before.</summary>
    [Function(nameof(RebuildCatalogue))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/catalogue/rebuild")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(RebuildCatalogue), request, async _ =>
        {
            string? continuation = request.Query["continuation"];
            if (string.IsNullOrEmpty(continuation))
                return new JsonResult<RebuildReport>(await rebuild.Run(null, stop), ReadingRoomJson.Letters.RebuildReport);
            return RecordId.TryParse(continuation, out var after)
                ? new JsonResult<RebuildReport>(await rebuild.Run(after, stop), ReadingRoomJson.Letters.RebuildReport)
                : Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");
        });
}
