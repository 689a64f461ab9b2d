using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A JSON answer, serialised by generated code straight into the response.</summary>
/// <param name="value">What to answer.</param>
/// <param name="type">How it is written.</param>
/// <param name="status">The status.</param>
/// <param name="mediaType">The media type.</param>
public sealed class JsonResult<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK, string mediaType = "application/json; charset=utf-8") : IResult
{
    /// <summary>What is answered.</summary>
    public T Value => value;

    /// <summary>The status.</summary>
    public int Status => status;

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = mediaType;
        response.Headers.XContentTypeOptions = "nosniff";
        foreach (var (name, text) in Headers)
            response.Headers[name] = text;

        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
