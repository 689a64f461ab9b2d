using System.Reflection;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EmbeddedHost.Triggers.Connections;
using EmbeddedHost.Triggers.Discovery;
using EmbeddedHost.Triggers.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers;

/// <summary>Registers the running of an app's functions.</summary>
public static class FunctionRegistration
{
    /// <summary>
    /// Finds the functions of an app and registers <see cref="FunctionRuntime"/> and the pumps that start with the host. Connection strings
    /// come from the configuration under the names the attributes give; <see cref="BlobClientOptions"/> and <see cref="QueueClientOptions"/>
    /// are used when registered; time is the registered <see cref="TimeProvider"/>.
    /// </summary>
    /// <exception cref="UnsupportedFunctionException">The app holds something that cannot be run here; the message names all of it.</exception>
    public static IServiceCollection AddFunctionRuntime(this IServiceCollection services, Assembly app, FunctionRuntimeOptions options)
    {
        var functions = FunctionCatalogue.Find(app, options.Scope, options.Host);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Host);
        services.AddSingleton<Activity>();
        services.AddSingleton<Doorbells>();
        services.AddSingleton(new Subscriptions(functions));
        services.AddSingleton(provider => new StorageConnections(
            provider.GetRequiredService<IConfiguration>(), provider.GetService<BlobClientOptions>(), provider.GetService<QueueClientOptions>()));
        services.AddSingleton<OutputSender>();
        services.AddSingleton<FunctionRunner>();
        services.AddSingleton<PumpFactory>();
        services.AddSingleton(provider => new Entities(functions, provider.GetRequiredService<StorageConnections>()));
        services.AddSingleton(provider => Runtime(provider, functions));
        return services.AddHostedService<FunctionPumps>();
    }

    private static FunctionRuntime Runtime(IServiceProvider provider, IReadOnlyList<FunctionDefinition> functions) => new(
        functions,
        provider.GetRequiredService<PumpFactory>(),
        provider.GetRequiredService<Entities>(),
        provider.GetRequiredService<Activity>(),
        provider.GetRequiredService<IConfiguration>(),
        provider.GetRequiredService<ILogger<FunctionRuntime>>());
}
