using Archive.Description;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>Makes the page on which a record's description is compared with the record.</summary>
public sealed class ReviewDesk(RecordTable records, PlainTexts texts, AgencyRegister agencies, Refusals refusals, AuditTrail audit, TimeProvider clock)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The record as it is this moment, if the caller may do the act; else what to answer. Whoever may not see it is told what is told when there is none.</summary>
    internal async Task<(ArchiveRecord? Record, IResult? Refusal)> Find(string act, string id, PageFrame frame, CancellationToken stop, bool isForm = false)
    {
        var found = RecordId.TryParse(id, out var parsed) ? await Limit.Within(ending => records.Find(parsed, ending), clock, stop) : null;
        if (found is null || !Visibility.MaySeeMetadata(found.Record, frame.Caller))
            return (null, await refusals.NotThere(act, frame, id, stop));
        return Permissions.May(act, frame.Caller, found.Record.Agency) ? (found.Record, null) : (null, await refusals.MayNot(act, frame, isForm, stop, id));
    }

    /// <summary>The page.</summary>
    internal async Task<IResult> Page(
        PageFrame frame, ArchiveRecord record, ReviewNotice notice, CancellationToken stop, IReadOnlyDictionary<string, string>? typed = null, IReadOnlyDictionary<string, string>? expected = null)
    {
        var agency = (await agencies.All(stop)).NameOf(record.Agency, frame.Words.Language);
        var mayRead = Visibility.MayReadContent(record, frame.Caller);
        var shows = mayRead && PlainTexts.Shows(record);
        await audit.NoteReading(shows ? AuditAct.OpenedRestricted : AuditAct.ReadRestricted, frame.Caller, record, stop);
        var text = shows ? await texts.Of(record, stop) : null;
        var sheet = new RecordSheet(record, Sight.Whole, agency, [], false, mayRead, text, Today.Of(clock.GetUtcNow()));
        var status = notice switch
        {
            ReviewNotice.Unusable => StatusCodes.Status400BadRequest,
            ReviewNotice.Overtaken or ReviewNotice.Busy => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status200OK,
        };
        return new PageResult<ReviewPage>(frame, new ReviewView(sheet, ReviewField.Of(record), Doubt.Of(record), notice, typed ?? Nothing, expected ?? Nothing), status);
    }
}
