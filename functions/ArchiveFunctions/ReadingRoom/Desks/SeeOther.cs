using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Desks;

/// <summary>Sends the browser on to a page after a form was taken (RFC 9110, 303), so that reloading it sends nothing twice.</summary>
/// <param name="address">Of this site.</param>
internal sealed class SeeOther(string address) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
