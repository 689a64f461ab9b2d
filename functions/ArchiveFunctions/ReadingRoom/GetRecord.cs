using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A reader looks at a record.</summary>
public sealed class GetRecord(ReadingDesk desk, OpenedRecords records, Refusals refusals, AuditTrail audit)
{
    /// <summary>Answers the record, or what is disclosed of it; to a caller who may not see it, exactly what is answered when there is none.</summary>
    [Function(nameof(GetRecord))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{id}")] HttpRequest request, string id, CancellationToken stop) =>
        desk.Answer(request, async caller =>
        {
            var opened = await records.Find(id, caller, stop);
            if (opened is null)
                return await refusals.NotThere(nameof(GetRecord), caller, request, id);
            if (opened.Sight != Sight.Whole)
                return new JsonResult<DisclosedView>(DisclosedView.Of(opened), ReadingRoomJson.Letters.DisclosedView) { Headers = Caching.Never };

            await audit.NoteReading(AuditAct.ReadRestricted, caller, opened.Record, stop);
            return new RecordResult(opened.Readable, Words.LanguageOf(request), Visibility.MaySeePermit(opened.Record, caller));
        });
}
