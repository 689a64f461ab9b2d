using System.Buffers;
using System.Text;
using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>A day of the audit as CSV, sent while it is read. What callers wrote cannot become a formula (<see cref="CsvLine"/>).</summary>
internal sealed class AuditCsvResult(string day, PageWords words, IAsyncEnumerable<AuditEntry> entries) : IResult
{
    private const int Portion = 500;
    private static readonly string[] Columns = ["at", "act", "outcome", "subject", "name", "roles", "agency", "about", "detail"];

    /// <summary>A file that is cut short must not look whole, so what fails midway breaks the connection.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"audit-{day}.csv\"";
        response.Headers.ContentLanguage = words.Language.Name;
        foreach (var (name, text) in Caching.Never)
            response.Headers[name] = text;

        try
        {
            response.BodyWriter.Write(Encoding.UTF8.Preamble);
            Line(response, Columns.Select(column => words[$"audit.{column}"]));
            await foreach (var portion in entries.Chunk(Portion).WithCancellation(httpContext.RequestAborted))
            {
                foreach (var entry in portion)
                    Line(response, Values(entry));
                await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }
        }
        catch (Exception) when (response.HasStarted)
        {
            httpContext.Abort();
        }
    }

    private static void Line(HttpResponse response, IEnumerable<string?> values) => Encoding.UTF8.GetBytes(CsvLine.Of(values), response.BodyWriter);

    private IEnumerable<string?> Values(AuditEntry entry) =>
    [
        VietnamTime.At(entry.At).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture), words[$"audit.act.{entry.Act.Code()}"], words[$"audit.outcome.{entry.Outcome}"], entry.Subject, entry.Name,
        string.Join(", ", entry.Roles.Select(role => words[$"role.{role}"])), entry.Agency?.Value, entry.About, entry.Detail,
    ];
}
