using System.Globalization;
using Archive.Records;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// A record's bytes on their way to a reader. They are a depositor's, so a browser is told to run nothing in them: the type is ours and not
/// guessed, and a page shown from them has no rights (OWASP ASVS 3.2.1).
/// </summary>
internal sealed class ContentResult(Content content, string caching, int status, ByteRange.Part? part = null, Stream? body = null, string? disposition = null) : IResult
{
    public ContentResult(ArchiveRecord record, int status, ByteRange.Part? part = null, Stream? body = null)
        : this(record.Content, Caching.Of(record), status, part, body)
    {
    }

    private const int CopyBytes = 80 * 1024;

    /// <summary>The bytes never change under one digest: a strong validator.</summary>
    public static string ETagOf(ArchiveRecord record) => ETagOf(record.Content);

    /// <summary>The same of bytes that are not a record's.</summary>
    public static string ETagOf(Content content) => $"\"{content.Digest}\"";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var bytes = body;
        Describe(httpContext.Response);
        if (bytes is not null)
            await bytes.CopyToAsync(httpContext.Response.Body, CopyBytes, httpContext.RequestAborted);
    }

    private void Describe(HttpResponse response)
    {
        response.StatusCode = status;
        response.Headers.ETag = ETagOf(content);
        response.Headers.CacheControl = caching;
        response.Headers.Vary = Caching.Callers;

        // Also on 304: a browser puts the headers of that onto what it holds.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
        if (status == StatusCodes.Status304NotModified)
            return;

        var size = content.Size;
        response.ContentType = ContentType.Of(content.Format.MediaType);
        response.ContentLength = part?.Length ?? size;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.ContentDisposition = disposition ?? ContentDisposition.Of(content);
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (part is not null)
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {part.First}-{part.First + part.Length - 1}/{size}");
    }
}

/// <summary>416, with the size that ranges must lie in.</summary>
internal sealed class UnsatisfiableResult(long size, IResult problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{size}");
        return problem.ExecuteAsync(httpContext);
    }
}
