using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>Asks the archive itself whether it is ready, as a script would.</summary>
internal sealed class Readiness(Uri address, ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Remind = TimeSpan.FromSeconds(30);
    private readonly Uri health = new(address, "api/health");

    /// <summary>Returns once <c>GET /api/health</c> answers 200; says every 30 s that it does not.</summary>
    public async Task WaitAsync(CancellationToken stop)
    {
        var clock = TimeProvider.System;
        using var client = new HttpClient();
        var reminded = clock.GetTimestamp();
        while (await AskAsync(client, stop) is { } answer)
        {
            if (clock.GetElapsedTime(reminded) >= Remind)
            {
                log.NotReadyYet(health, answer);
                reminded = clock.GetTimestamp();
            }

            await Task.Delay(Pause, clock, stop);
        }
    }

    /// <summary>Null for 200, else what came instead.</summary>
    private async Task<string?> AskAsync(HttpClient client, CancellationToken stop)
    {
        try
        {
            using var answer = await client.GetAsync(health, stop);
            return answer.StatusCode == HttpStatusCode.OK ? null : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
    }
}
