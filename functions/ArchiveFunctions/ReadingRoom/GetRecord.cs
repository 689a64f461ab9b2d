using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A reader looks at a record.</summary>
public sealed class GetRecord(ReadingDesk desk, RecordReader records, AuditTrail audit)
{
    /// <summary>Answers the record; to a caller who may not see it, exactly what is answered when there is none.</summary>
    [Function(nameof(GetRecord))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{id}")] HttpRequest request, string id, CancellationToken stop) =>
        desk.Answer(request, async caller =>
        {
            var found = RecordId.TryParse(id, out var parsed) ? await records.Find(parsed, stop) : null;
            if (found is null || !Visibility.MaySeeMetadata(found.Record, caller))
                return Problems.Of(ProblemCode.NotFound, request);

            await audit.NoteReading(AuditAct.ReadRestricted, caller, found.Record, stop);
            return new RecordResult(found, Words.LanguageOf(request), Visibility.MaySeePermit(found.Record, caller));
        });
}
