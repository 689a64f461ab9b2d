using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>A reader takes a record along as a bag (BagIt 1.0): its bytes and all that is said of it.</summary>
public sealed class GetRecordBag(ReadingDesk desk, OpenedRecords records, BagContents contents, Refusals refusals, AuditTrail audit)
{
    /// <summary>Answers the bag; to a caller who may not read the bytes, exactly what is answered when there are none.</summary>
    [Function(nameof(GetRecordBag))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{id}/bag")] HttpRequest request, string id, CancellationToken stop) =>
        desk.Answer(request, async caller =>
        {
            var opened = await records.Find(id, caller, stop);
            if (opened is not { Sight: Sight.Whole } || !Visibility.MayReadContent(opened.Record, caller))
                return await refusals.NotThere(nameof(GetRecordBag), caller, request, id);

            await audit.NoteReading(AuditAct.OpenedRestricted, caller, opened.Record, stop);
            if (!caller.IsAnonymous)
                await audit.Note(AuditAct.Exported, caller, id, "bag", stop);
            var files = contents.Of(opened.Record, caller, Words.LanguageOf(request)).ToArray();
            return new BagResult(await contents.Plan(id, files, opened.Record.Agency, id, RecordView.TitleOf(opened.Record), stop));
        });
}
