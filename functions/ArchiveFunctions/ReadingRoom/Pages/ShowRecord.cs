using Archive.Description;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Arrangement;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The page of a record.</summary>
public sealed class ShowRecord(
    PageDesk desk, OpenedRecords records, RecordTable journal, PlainTexts texts, AgencyRegister agencies, OpenedDossiers dossiers, Refusals refusals, AuditTrail audit, TimeProvider clock)
{
    private const int Lines = 50;
    private const int MostDossiers = 20;

    /// <summary>Shows the record; to a caller who may not see it, exactly what is shown when there is none.</summary>
    [Function(nameof(ShowRecord))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/records/{id}")] HttpRequest request, string id, CancellationToken stop) =>
        desk.Answer(request, async frame =>
        {
            var opened = await records.Find(id, frame.Caller, stop);
            if (opened is null)
                return await refusals.NotThere(nameof(ShowRecord), frame, id, stop);

            if (opened.Sight == Sight.Whole)
                await audit.NoteReading(Shown(opened.Record, frame.Caller), frame.Caller, opened.Record, stop);
            return new PageResult<RecordPage>(frame, await Sheet(opened, frame, stop));
        });

    /// <summary>A short plain text is read with its page.</summary>
    private static AuditAct Shown(ArchiveRecord record, Caller caller) =>
        Visibility.MayReadContent(record, caller) && PlainTexts.Shows(record) ? AuditAct.OpenedRestricted : AuditAct.ReadRestricted;

    private async Task<RecordSheet> Sheet(OpenedRecord opened, PageFrame frame, CancellationToken stop)
    {
        var record = opened.Record;
        var lines = opened.Sight == Sight.Stub
            ? new JournalPage([], null)
            : await opened.Readable.History(() => Limit.Within(ending => journal.Journal(record.Id, null, Lines, ending), clock, CancellationToken.None), stop);
        var agency = (await agencies.All(stop)).NameOf(record.Agency, frame.Words.Language);
        var mayRead = Visibility.MayReadContent(opened.Readable.Record, frame.Caller);
        var text = mayRead && PlainTexts.Shows(opened.Readable.Record) ? await texts.Of(opened.Readable.Record, stop) : null;
        return new RecordSheet(record, opened.Sight, agency, lines.Events, lines.Continuation is not null, mayRead, text, Today.Of(clock.GetUtcNow()))
        {
            Dossier = record.Description.Value(Field.FileCode) is { Length: > 0 } own ? await Dossier(record, own, frame.Caller, stop) : null,
            AlsoIn = [.. (await Task.WhenAll(record.AlsoIn.Take(MostDossiers).Select(async code => (code, Address: await Dossier(record, code, frame.Caller, stop)))))
                .Where(one => one.Address is not null).Select(one => (one.code, one.Address!))],
        };
    }

    private async Task<string?> Dossier(ArchiveRecord record, string code, Caller caller, CancellationToken stop) =>
        await dossiers.Said(record.Agency, code, caller, stop) is not null ? OpenDossier.To(record.Agency, code) : null;
}
