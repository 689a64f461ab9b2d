using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Requests;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The page of a record.</summary>
public sealed class ShowRecord(PageDesk desk, RecordReader records, RecordTable journal, PlainTexts texts, AgencyRegister agencies, ContentAccess access, AuditTrail audit, TimeProvider clock)
{
    private const int Lines = 50;

    /// <summary>Shows the record; to a caller who may not see it, exactly what is shown when there is none.</summary>
    [Function(nameof(ShowRecord))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/records/{id}")] HttpRequest request, string id, CancellationToken stop) =>
        desk.Answer(request, async frame =>
        {
            var found = RecordId.TryParse(id, out var parsed) ? await records.Find(parsed, stop) : null;
            if (found is null || !Visibility.MaySeeMetadata(found.Record, frame.Caller))
                return PageDesk.Problem(frame, ProblemCode.NotFound);

            await audit.NoteReading(Shown(found.Record, frame.Caller), frame.Caller, found.Record, stop);
            return new PageResult<RecordPage>(frame, await Sheet(found.Record, frame, stop));
        });

    /// <summary>A short plain text is read with its page.</summary>
    private static AuditAct Shown(ArchiveRecord record, Caller caller) =>
        Visibility.MayReadContent(record, caller) && PlainTexts.Shows(record) ? AuditAct.OpenedRestricted : AuditAct.ReadRestricted;

    private async Task<RecordSheet> Sheet(ArchiveRecord record, PageFrame frame, CancellationToken stop)
    {
        var lines = await Limit.Within(ending => journal.Journal(record.Id, null, Lines, ending), clock, stop);
        var agency = (await agencies.All(stop)).NameOf(record.Agency, frame.Words.Language);
        var mayRead = await access.May(record, frame.Caller, stop);
        var text = mayRead && PlainTexts.Shows(record) ? await texts.Of(record, stop) : null;
        return new RecordSheet(record, agency, lines.Events, lines.Continuation is not null, mayRead, text, Today.Of(clock.GetUtcNow()));
    }
}
