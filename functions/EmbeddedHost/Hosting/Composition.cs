using EmbeddedHost.Identity;
using EmbeddedHost.Samples;
using EmbeddedHost.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmbeddedHost.Hosting;

/// <summary>What the embedded archive is made of.</summary>
internal static class Composition
{
    /// <summary>Brings the function app, the runtime that plays the Functions host, and the development issuer together.</summary>
    /// <param name="builder">Holds the settings of <see cref="ArchiveSettings"/> already.</param>
    /// <param name="folder">Where what is kept beside the storage service lies.</param>
    /// <param name="storage">The storage service; it may not answer yet.</param>
    /// <param name="adjust">Has the last word on the services.</param>
    public static WebApplication Compose(WebApplicationBuilder builder, DataFolder folder, Azurite storage, Action<IServiceCollection>? adjust)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => SigningKey.Open(folder.SigningKey));
        builder.Services.AddSingleton<DevelopmentIssuer>();
        builder.Services.AddSingleton(Holdings.OfContainers(storage.ConnectionString(StorageAccounts.Archive)));
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapDevelopmentIssuer();

        // Answers for the storage service alone, and only while the function app brings no health function of its own: any other
        // endpoint of this route comes before one of this order.
        app.MapGet("/api/health", async (CancellationToken stop) =>
                await new StorageHealth(storage.Ports, TimeProvider.System).IsHealthyAsync(stop)
                    ? Results.Json(new { status = "healthy" })
                    : Results.Json(new { status = "unhealthy" }, statusCode: StatusCodes.Status503ServiceUnavailable))
            .WithOrder(int.MaxValue);
        return app;
    }
}
