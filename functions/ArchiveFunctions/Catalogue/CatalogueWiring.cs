using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Catalogue;

/// <summary>What the catalogue's functions need.</summary>
public static class CatalogueWiring
{
    /// <summary>
    /// Registers the index, named by setting <c>Search:Endpoint</c>. A registered <see cref="AzureKeyCredential"/> or
    /// <see cref="SearchClientOptions"/> is used, so that a host can bring its own; else the app's identity and patient retries.
    /// </summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton(Client)
        .AddSingleton<CatalogueIndex>()
        .AddSingleton<CatalogueLease>()
        .AddSingleton<CatalogueUpkeep>()
        .AddSingleton<CatalogueRebuild>();

    private static SearchIndexClient Client(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<IConfiguration>();
        var endpoint = settings["Search:Endpoint"] is { Length: > 0 } address
            ? new Uri(address)
            : throw new InvalidOperationException("Setting 'Search:Endpoint' is missing: the address of the search service.");
        var options = provider.GetService<SearchClientOptions>() ?? Patient();
        return provider.GetService<AzureKeyCredential>() is { } key
            ? new SearchIndexClient(endpoint, key, options)
            : new SearchIndexClient(endpoint, new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings["Search:clientId"] }), options);
    }

    /// <summary>
    /// Half a minute of tries: Service Bus redelivers at once, so a message would spend its ten deliveries on a short outage if the client
    /// gave up early. Readers do not wait that long: their calls end after a few seconds whatever the client would still do.
    /// </summary>
    private static SearchClientOptions Patient() => new()
    {
        Retry = { MaxRetries = 6, Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(500), MaxDelay = TimeSpan.FromSeconds(16), NetworkTimeout = TimeSpan.FromSeconds(20) },
    };
}
