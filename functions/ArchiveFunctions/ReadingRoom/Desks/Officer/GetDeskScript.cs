using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>A browser fetches a script of the desk, once for each version.</summary>
public sealed class GetDeskScript
{
    /// <summary>Answers the script; 404 for any version but the present one, which no page names.</summary>
    [Function(nameof(GetDeskScript))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/assets/{version}/{name}")] HttpRequest request, string version, string name)
    {
        SafeHeaders.Put(request.HttpContext);
        if (version != DeskScripts.Version || !DeskScripts.All.TryGetValue(name, out var script))
            return Results.NotFound();

        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(script, "text/javascript; charset=utf-8");
    }
}
