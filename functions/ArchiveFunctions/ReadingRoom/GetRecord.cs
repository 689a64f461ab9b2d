using Archive.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A reader looks at a record.</summary>
public sealed class GetRecord(ReadingDesk desk, OpenedRecords records)
{
    /// <summary>Answers the record, or what is disclosed of it; to a caller who may not see it, exactly what is answered when there is none.</summary>
    [Function(nameof(GetRecord))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{id}")] HttpRequest request, string id, CancellationToken stop) =>
        desk.Answer(request, async caller =>
            await records.Find(id, caller, stop) switch
            {
                null => Problems.Of(ProblemCode.NotFound, request),
                { Sight: Sight.Whole } opened => new RecordResult(opened.Readable, Words.LanguageOf(request), Visibility.MaySeePermit(opened.Record, caller)),
                var opened => new JsonResult<DisclosedView>(DisclosedView.Of(opened), ReadingRoomJson.Letters.DisclosedView) { Headers = Caching.Never },
            });
}
