using System.Globalization;
using System.Text;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>A manager takes a figure's numbers along, for a spreadsheet: what could run there as a formula is disarmed (<see cref="CsvLine"/>).</summary>
public sealed class ExportBoard(PageDesk desk, BoardGathering facts, AuditTrail audit)
{
    /// <summary>Answers the figure named by <c>figure</c>.</summary>
    [Function(nameof(ExportBoard))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/board/export")] HttpRequest request, CancellationToken stop) => desk.AnswerOnly(
        nameof(ExportBoard),
        request,
        async frame =>
        {
            var gathered = await facts.Gather(stop);
            if (BoardFigures.Of(gathered, frame.Words).Figures.FirstOrDefault(figure => figure.Id == frame.Query.GetValueOrDefault("figure")) is not { } figure)
                return PageDesk.Problem(frame, ProblemCode.ParameterInvalid, "figure");
            await audit.Note(AuditAct.Exported, frame.Caller, $"board-{figure.Id}.csv", null, stop);
            return new CsvFile(figure, string.Create(CultureInfo.InvariantCulture, $"{figure.Id}-{Today.Of(gathered.Now):yyyy-MM-dd}.csv"));
        },
        ProblemCode.SearchUnavailable);

    /// <summary>The table with its byte order mark, without which Excel reads Vietnamese in the machine's code page. Its last line says where the numbers come from.</summary>
    private sealed class CsvFile(Figure figure, string name) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/csv; charset=utf-8; header=present";
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            foreach (var (header, text) in Caching.Never)
                response.Headers[header] = text;

            var lines = figure.Rows.Select(row => CsvLine.Of([row.Label, .. row.Values])).Prepend(CsvLine.Of(figure.Columns)).Append(CsvLine.Of([figure.Source, .. Enumerable.Repeat("", figure.Columns.Count - 1)]));
            await response.Body.WriteAsync(new ReadOnlyMemory<byte>([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Concat(lines))]), httpContext.RequestAborted);
        }
    }
}
