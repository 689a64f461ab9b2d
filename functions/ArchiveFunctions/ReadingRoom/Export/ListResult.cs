using System.Globalization;
using Archive.Catalogue;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Export;

/// <summary>A list on its way to a reader: a portion is read, written and sent before the next. Kept by nobody: it depends on who asks.</summary>
/// <param name="format">The form.</param>
/// <param name="words">The reader's language.</param>
/// <param name="count">All records found.</param>
/// <param name="day">The day, Asia/Ho_Chi_Minh, for the file's name.</param>
/// <param name="portions">The records, portion by portion; ends with the token it is given.</param>
internal sealed class ListResult(
    ListFormat format, PageWords words, long count, DateOnly day, Func<CancellationToken, IAsyncEnumerable<IEnumerable<ListedRecord>>> portions) : IResult
{
    /// <summary>Says how many records were found, also those beyond the list.</summary>
    public const string CountHeader = "Archive-List-Count";

    /// <summary>Says whether the list is <c>whole</c> or <c>cut</c>.</summary>
    public const string ExtentHeader = "Archive-List-Extent";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Describe(httpContext.Response);
        try
        {
            await Send(httpContext.Response, httpContext.RequestAborted);
        }
        catch (Exception) when (httpContext.Response.HasStarted)
        {
            // Whoever receives half a table must not take it for the whole: the connection breaks, it does not end.
            httpContext.Abort();
            throw;
        }
    }

    private async Task Send(HttpResponse response, CancellationToken stop)
    {
        var list = format.Begin(response.BodyWriter, words);
        await foreach (var portion in portions(stop))
        {
            list.Write(portion);
            await response.BodyWriter.FlushAsync(stop);
        }

        list.End(count, ExportPortions.Cuts(count));
        await response.BodyWriter.FlushAsync(stop);
    }

    private void Describe(HttpResponse response)
    {
        response.ContentType = format.MediaType;
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"records-{day:yyyy-MM-dd}.{format.Name}\"");
        response.Headers.ContentLanguage = words.Language.Name;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers[CountHeader] = count.ToString(CultureInfo.InvariantCulture);
        response.Headers[ExtentHeader] = ExportPortions.Cuts(count) ? "cut" : "whole";
        foreach (var (name, text) in Caching.Never)
            response.Headers[name] = text;
    }
}
