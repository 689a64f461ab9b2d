using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Entry to the worker. Only the real packages can start one.</summary>
public static class FunctionsApplication
{
    /// <summary>Never returns: this build holds no worker. Start functions/EmbeddedHost, or build with UseWorkerPackages=true.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        throw new PlatformNotSupportedException(
            "This build holds no Functions worker. Run 'dotnet run --project functions/EmbeddedHost', or build with UseWorkerPackages=true for Azure.");
}

/// <summary>The worker's builder.</summary>
public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly HostApplicationBuilder inner = Host.CreateApplicationBuilder();

    internal FunctionsApplicationBuilder()
    {
    }

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)inner).Properties;

    /// <inheritdoc/>
    public IConfigurationManager Configuration => inner.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => inner.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => inner.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => inner.Metrics;

    /// <inheritdoc/>
    public IServiceCollection Services => inner.Services;

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => inner.ConfigureContainer(factory, configure);

    /// <summary>The app, ready to run.</summary>
    public IHost Build() => inner.Build();
}

/// <summary>ASP.NET Core integration of HTTP functions.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>HTTP functions take <c>HttpRequest</c> and return <c>IResult</c>.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => builder;
}
