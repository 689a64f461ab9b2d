using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>A manager looks at the records behind an agency's number of overdue ones: those a manager may see, and how many others there are.</summary>
public sealed class ShowOverdue(PageDesk desk, BoardTable board, DeadlineTable deadlines, RecordReader records, AgencyRegister agencies)
{
    private const int PageSize = 50;

    /// <summary>Shows a month of them (<c>month=yyyy-MM</c>), at first the oldest.</summary>
    [Function(nameof(ShowOverdue))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/board/overdue")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowOverdue), request, frame => Show(frame, stop));

    private async Task<IResult> Show(PageFrame frame, CancellationToken stop)
    {
        if (!AgencyCode.TryParse(frame.Query.GetValueOrDefault("agency"), out var agency))
            return PageDesk.Problem(frame, ProblemCode.ParameterInvalid, "agency");

        var months = (await board.OverdueCount(stop))?.Agencies.GetValueOrDefault(agency.Value)?.OrderBy(month => month.Key, StringComparer.Ordinal).ToList() ?? [];
        var name = frame.Query.GetValueOrDefault("month") ?? (months is [var oldest, ..] ? oldest.Key : null);
        if (name is not null && TransferDesk.Month(name) is null)
            return PageDesk.Problem(frame, ProblemCode.ParameterInvalid, "month");
        var after = frame.Query.GetValueOrDefault("continuation");
        if (after is not null && !DeadlineTable.IsContinuation(agency, after))
            return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

        var page = TransferDesk.Month(name) is { } month ? await deadlines.Overdue(month, agency, after, PageSize, stop) : new DeadlinePage([], null);
        var rows = await Task.WhenAll(page.Deadlines.Select(one => records.Find(RecordId.Parse(one.RecordId), stop).AsTask()));

        // One withheld is not even one that may not be seen.
        var known = rows.OfType<ReadableRecord>().Select(row => row.Record).Where(record => Visibility.ReadersOf(record).Count > 0).ToList();
        var seen = known.Where(record => Visibility.MaySeeMetadata(record, frame.Caller)).ToDictionary(record => record.Id.Value);
        return new PageResult<OverduePage>(
            frame, new OverdueView(agency, (await agencies.All(stop)).NameOf(agency, frame.Words.Language), months, name, page.Deadlines, seen, known.Count - seen.Count, page.Continuation));
    }
}
