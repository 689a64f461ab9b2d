using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Readers;

/// <summary>The least an HTTP server of this kind can do: one route, 1 KB of JSON that is ready beforehand.</summary>
internal sealed class EmptyRoute : IAsyncDisposable
{
    private readonly WebApplication app;

    private EmptyRoute(WebApplication app) => this.app = app;

    /// <summary>Where it answers.</summary>
    public Uri Address => new($"{app.Urls.First()}/empty");

    /// <summary>Starts it on a free port of this machine.</summary>
    public static async Task<EmptyRoute> StartAsync(CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var answer = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { text = new string('x', 1024 - 11) }));
        app.MapGet("/empty", (HttpResponse response) =>
        {
            response.ContentType = "application/json";
            response.ContentLength = answer.Length;
            return response.Body.WriteAsync(answer).AsTask();
        });
        await app.StartAsync(stop);
        return new EmptyRoute(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
