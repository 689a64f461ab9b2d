using Archive.Packages.Bags;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>A bag on its way to a reader, written while it is sent. Kept by nobody: what is in it depends on who asks.</summary>
internal sealed class BagResult(BagPlan plan) : IResult
{
    /// <summary>What is sent.</summary>
    public BagPlan Plan => plan;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = ContentDisposition.Download($"{plan.Name}.zip");
        response.Headers.XContentTypeOptions = "nosniff";
        foreach (var (name, text) in Caching.Never)
            response.Headers[name] = text;

        try
        {
            await BagWriter.WriteZipAsync(plan, response.Body, httpContext.RequestAborted);
        }
        catch (Exception) when (response.HasStarted)
        {
            // Whoever receives half a bag must not take it for the whole: the connection breaks, it does not end.
            httpContext.Abort();
            throw;
        }
    }
}
