using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A record's JSON, sent as it lies ready; 304 to who has it already.</summary>
internal sealed class RecordResult(ReadableRecord record, CultureInfo language, bool withPermit) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, json) = (httpContext.Response, record.In(language, withPermit));
        response.Headers.ETag = json.ETag;
        response.Headers.CacheControl = withPermit ? Caching.Restricted : Caching.Of(record.Record);
        response.Headers.ContentLanguage = language.Name;
        response.Headers.Vary = $"Accept-Language, {Caching.Callers}";
        if (Precondition.IsHeld(httpContext.Request, json.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Bytes.Length;
        return response.Body.WriteAsync(json.Bytes, httpContext.RequestAborted).AsTask();
    }
}
