using System.Text.Json;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EmbeddedHost.Hosting;

/// <summary>
/// Makes an empty machine ready: containers, tables, index, and the agencies of the samples where none is registered. On Azure templates and
/// administrators do this.
/// </summary>
internal sealed class ArchivePreparation(Provisioning storage, CatalogueIndex catalogue, AgencyRegister agencies, IConfiguration settings) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(storage.EnsureAsync(cancellationToken), catalogue.EnsureAsync(cancellationToken), storage.AllowUploadsFrom(Origins(), cancellationToken));
        if ((await agencies.All(cancellationToken)).Count == 0 && SampleAgencies() is { } known)
            await agencies.Register(known, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>This machine's browsers may call it by either name.</summary>
    private IEnumerable<string> Origins()
    {
        var address = new Uri(settings[ArchiveSettings.Address]!);
        return [address.GetLeftPart(UriPartial.Authority), $"{address.Scheme}://localhost:{address.Port}"];
    }

    private static IEnumerable<Agency>? SampleAgencies()
    {
        if (RepositoryRoot.Find() is not { } root || Path.Combine(root, "tests", "samples", "agencies.json") is not { } file || !File.Exists(file))
            return null;
        return JsonSerializer.Deserialize<Entry[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!
            .Select(entry => new Agency(AgencyCode.Parse(entry.Code), entry.Name, entry.EnglishName));
    }

    private sealed record Entry(string Code, string Name, string EnglishName);
}
