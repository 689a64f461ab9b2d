using System.Globalization;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>What of an agency falls due in a month and what keeps it, with the form that hands records over before their time.</summary>
public sealed class ShowSchedule(PageDesk desk, DeadlineTable deadlines, TransferDesk records, TimeProvider clock)
{
    /// <summary>What stands for those nobody can say the due day of.</summary>
    public const string Undetermined = "undetermined";

    private const int Size = 50;

    /// <summary>Shows a page of a month.</summary>
    [Function(nameof(ShowSchedule))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/agencies/{agency}/schedule")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.AnswerOf(nameof(ShowSchedule), request, agency, async (frame, known) =>
        {
            var today = Today.Of(clock.GetUtcNow());
            var asked = request.Query["month"].ToString();
            var month = asked.Length == 0 ? new DateOnly(today.Year, today.Month, 1) : TransferDesk.Month(asked);
            if (month is null && asked != Undetermined)
                return PageDesk.Problem(frame, ProblemCode.ParameterInvalid);
            if (TransferDesk.Continuation(request) is { } given && !DeadlineTable.IsContinuation(known.Code, given))
                return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

            var page = await deadlines.Of(known.Code, month, TransferDesk.Continuation(request), Size, stop);
            var visible = await records.Visible(page.Deadlines.Select(deadline => deadline.RecordId), frame.Caller, stop);
            var items = page.Deadlines.Where(deadline => visible.TryGetValue(deadline.RecordId, out var record) && record.Transfer?.Place.Rows.Contains(deadline.Due) == true)
                .Select(deadline => new ScheduledRecord(deadline, visible[deadline.RecordId]));
            return new PageResult<SchedulePage>(frame, new ScheduleView(known, month, [.. items], page.Continuation, today));
        });
}

/// <summary>A due day and the record it is of.</summary>
public sealed record ScheduledRecord(Deadline Deadline, ArchiveRecord Record)
{
    /// <summary>Whether handing it over early can be asked for.</summary>
    public bool IsOpen => Record.Transfer is { IsSettled: false };
}

/// <summary>What a month's page shows.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Month">Its first day; null for what nobody can say the due day of.</param>
/// <param name="Items">What falls due and the officer may see.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
/// <param name="Today">The day, Asia/Ho_Chi_Minh.</param>
public sealed record ScheduleView(Agency Agency, DateOnly? Month, IReadOnlyList<ScheduledRecord> Items, string? Continuation, DateOnly Today)
{
    /// <summary>A month so many months away, as the address names it.</summary>
    public string Near(int months) => (Month ?? new DateOnly(Today.Year, Today.Month, 1)).AddMonths(months).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
