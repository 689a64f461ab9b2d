using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Probes ask whether the archive can serve.</summary>
public sealed class GetHealth(Health health)
{
    /// <summary>200, or 503 with what is down. No token is looked at: a probe has none, and an unreachable issuer must not look like a dead archive.</summary>
    [Function(nameof(GetHealth))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request)
    {
        SafeHeaders.Put(request.HttpContext);
        var down = await health.Down();
        var body = down.Count == 0 ? new HealthBody("ok", null) : new HealthBody("unavailable", down);
        var status = down.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return new JsonResult<HealthBody>(body, ReadingRoomJson.Letters.HealthBody, status) { Headers = Caching.Never };
    }
}
