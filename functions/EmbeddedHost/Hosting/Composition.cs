using ArchiveFunctions;
using Azure;
using Azure.Search.Documents;
using EmbeddedHost.Identity;
using EmbeddedHost.Samples;
using EmbeddedHost.Search;
using EmbeddedHost.Storage;
using EmbeddedHost.Triggers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Hosting;

/// <summary>What the embedded archive is made of.</summary>
internal static class Composition
{
    /// <summary>Brings the function app, the runtime that plays the Functions host, and the development issuer together.</summary>
    /// <param name="builder">Holds the settings of <see cref="ArchiveSettings"/> already.</param>
    /// <param name="folder">Where what is kept beside the storage service lies.</param>
    /// <param name="storage">The storage service; it may not answer yet.</param>
    /// <param name="clock">The archive's time.</param>
    /// <param name="adjust">Has the last word on the services.</param>
    public static WebApplication Compose(WebApplicationBuilder builder, DataFolder folder, Azurite storage, TimeProvider clock, Action<IServiceCollection>? adjust)
    {
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(_ => SigningKey.Open(folder.SigningKey));
        builder.Services.AddSingleton<DevelopmentIssuer>();
        builder.Services.AddSingleton<AuthorizationCodes>();
        builder.Services.AddSingleton(Holdings.OfContainers(storage.ConnectionString(StorageAccounts.Archive)));
        AddSearch(builder.Services, folder);
        builder.Services.AddArchive(builder.Configuration);
        builder.Services.AddHostedService<ArchivePreparation>(); // Before the pumps: functions may count on containers, tables and index.
        builder.Services.AddFunctionRuntime(typeof(Wiring).Assembly, new FunctionRuntimeOptions { StateDirectory = folder.Functions });
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapDevelopmentIssuer();
        app.MapFunctions();
        return app;
    }

    /// <summary>The app's own search client, answered from this process. The key is never checked: there is nobody to check it.</summary>
    private static void AddSearch(IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(_ => new LuceneSearchTransport(folder.Search));
        services.AddSingleton(new AzureKeyCredential("embedded"));
        services.AddSingleton(provider => new SearchClientOptions { Transport = provider.GetRequiredService<LuceneSearchTransport>(), Retry = { MaxRetries = 0 } });
    }
}
