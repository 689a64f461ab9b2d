using System.Globalization;
using Archive.ReadingRoom;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer, or an archivist, looks what of an agency falls due in a month, and what keeps it.</summary>
public sealed class GetTransferSchedule(TransferDesk desk, DeadlineTable deadlines, TimeProvider clock)
{
    private const string Undetermined = "undetermined";

    /// <summary>Answers a page of the month's deadlines by due day. A page may be shorter than asked for, and the next still follow.</summary>
    [Function(nameof(GetTransferSchedule))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/transfer-schedule")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(GetTransferSchedule), request, agency, async (known, caller) =>
        {
            if (TransferDesk.Size(request) is not { } size)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
            if (!TryMonth(request.Query["month"], out var month))
                return Problems.Of(ProblemCode.ParameterInvalid, request, "month");
            if (TransferDesk.Continuation(request) is { } given && !DeadlineTable.IsContinuation(known.Code, given))
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            return await Page(request, known.Code, caller, month, size, stop);
        });

    private async Task<IResult> Page(HttpRequest request, AgencyCode agency, Caller caller, DateOnly? month, int size, CancellationToken stop)
    {
        var page = await deadlines.Of(agency, month, TransferDesk.Continuation(request), size, stop);
        var known = await desk.Visible(page.Deadlines.Select(deadline => deadline.RecordId), caller, stop);
        var body = new ScheduleBody(
            month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? Undetermined,
            [.. page.Deadlines.Where(Stands).Select(deadline => DeadlineBody.Of(deadline, RecordView.TitleOf(known[deadline.RecordId]), Words.LanguageOf(request)))],
            page.Continuation);
        return new JsonResult<ScheduleBody>(body, TransferJson.Letters.ScheduleBody) { Headers = Caching.Never };

        // A row may outlive its clock until the agenda's day comes (EnforceDeadline removes it); the record knows better.
        bool Stands(Deadline deadline) => known.TryGetValue(deadline.RecordId, out var record) && record.Transfer?.Place.Rows.Contains(deadline.Due) == true;
    }

    private bool TryMonth(string? text, out DateOnly? month)
    {
        var today = Today.Of(clock.GetUtcNow());
        month = string.IsNullOrEmpty(text) ? new DateOnly(today.Year, today.Month, 1) : TransferDesk.Month(text);
        return month is not null || text == Undetermined;
    }
}
