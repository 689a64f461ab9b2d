using System.Globalization;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A reader follows what happened to a record.</summary>
public sealed class GetRecordHistory(ReadingDesk desk, OpenedRecords records, RecordTable journal, Refusals refusals, AuditTrail audit, TimeProvider clock)
{
    private const int UsualSize = 50;

    /// <summary>Answers a page of the journal, oldest first; to a caller who may not see the record, what is answered when there is none.</summary>
    [Function(nameof(GetRecordHistory))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{id}/history")] HttpRequest request, string id, CancellationToken stop) =>
        desk.Answer(request, async caller =>
        {
            var opened = await records.Find(id, caller, stop);
            if (opened is not { Sight: Sight.Whole or Sight.Described })
                return await refusals.NotThere(nameof(GetRecordHistory), caller, request, id);

            if (opened.Sight == Sight.Whole)
                await audit.NoteReading(AuditAct.ReadRestricted, caller, opened.Record, stop);
            return await Page(request, opened, caller.Is(Role.Archivist) || caller.Is(Role.Administrator) || caller.IsOfficerOf(opened.Record.Agency), stop);
        });

    private async Task<IResult> Page(HttpRequest request, OpenedRecord opened, bool all, CancellationToken stop)
    {
        string? continuation = request.Query["continuation"];
        if (Size(request.Query["size"]) is not { } size)
            return Problems.Of(ProblemCode.ParameterInvalid, request, "size");

        try
        {
            var page = await Limit.Within(ending => journal.Journal(opened.Record.Id, string.IsNullOrEmpty(continuation) ? null : continuation, size, ending), clock, stop);
            return new JsonResult<HistoryBody>(HistoryBody.Of(page, all, opened.Sight), ReadingRoomJson.Letters.HistoryBody) { Headers = Caching.Never };
        }
        catch (FormatException)
        {
            return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");
        }
    }

    private static int? Size(string? size) => string.IsNullOrEmpty(size) ? UsualSize
        : int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100 ? number : null;
}
