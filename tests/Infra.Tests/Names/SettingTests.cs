using System.Text.RegularExpressions;
using Archive.Accession;
using ArchiveFunctions;
using ArchiveFunctions.ReadingRoom.Deliveries;
using ArchiveFunctions.Records;
using Azure.Data.Tables;
using Azure.Search.Documents.Indexes;
using Azure.Storage.Blobs;
using Infra.Tests.Policies;
using Infra.Tests.Templates;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Infra.Tests.Names;

/// <summary>Settings: what the templates write, what the code reads and what the page says are one list.</summary>
public sealed partial class SettingTests
{
    private static readonly Dictionary<string, string?> Written = Deployment.Prod.All("Microsoft.Web/sites/config").Single(config => config.Name.EndsWith("appsettings", StringComparison.Ordinal))["properties"]!.AsObject()
        .ToDictionary(setting => setting.Key, setting => (string?)setting.Value);

    private static readonly IReadOnlyCollection<string> Documented = [.. Row().Matches(Repository.Text("docs", "settings.md")).Select(row => row.Groups[1].Value)];

    private static readonly IReadOnlyList<string> Code =
    [
        .. Directory.GetFiles(Repository.Path("functions", "ArchiveFunctions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText),
    ];

    private static readonly IReadOnlyCollection<string> Read =
        [.. Code.SelectMany(text => Key().Matches(text)).Select(match => match.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal)).Distinct()];

    private static readonly IReadOnlyCollection<string> Limits = [
        .. Settable("Admission", typeof(AdmissionPolicy)), .. Settable("Deliveries", typeof(DeliverySettings)),
        .. Code.SelectMany(text => OfRequests().Matches(text)).Select(match => $"Requests__{match.Groups[1].Value}"),
    ];

    [Fact]
    public void The_page_describes_what_is_written_and_what_may_be_and_nothing_else() =>
        Assert.Equal(Written.Keys.Concat(Limits).Append("AzureWebJobs.{function}.Disabled").Union(Read, StringComparer.OrdinalIgnoreCase).Order(), Documented.Order());

    [Fact]
    public void Every_setting_the_code_reads_by_name_is_on_the_page()
    {
        Assert.Contains("Search__Endpoint", Read);
        Assert.Equal([], Read.Except(Documented, StringComparer.OrdinalIgnoreCase));
        Assert.Equal(["Admission", "Deliveries", "Requests"], Code.SelectMany(text => Section().Matches(text)).Select(match => match.Groups[1].Value).Distinct().Order());
    }

    [Fact]
    public void Every_connection_a_function_names_has_what_its_trigger_needs()
    {
        var connections = Bindings.All.SelectMany(binding => binding.Data.NamedArguments.Where(argument => argument.MemberName == "Connection").Select(argument => (binding.Data.AttributeType, (string)argument.TypedValue.Value!))).Distinct().ToList();
        Assert.NotEmpty(connections);
        Assert.All(connections, connection =>
        {
            var (attribute, name) = connection;
            string[] needs = attribute == typeof(BlobTriggerAttribute) ? ["blobServiceUri", "queueServiceUri"]
                : attribute == typeof(QueueTriggerAttribute) ? ["queueServiceUri"]
                : ["fullyQualifiedNamespace"];
            Assert.All([.. needs, "credential", "clientId"], need => Assert.Contains($"{name}__{need}", Written.Keys));
        });
    }

    [Fact]
    public void The_app_builds_its_clients_from_the_written_settings()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Written.Select(setting => new KeyValuePair<string, string?>(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value))).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddArchive(configuration).BuildServiceProvider();
        Assert.Equal(Address("ArchiveStorage__blobServiceUri"), services.GetRequiredService<BlobServiceClient>().Uri);
        Assert.Equal(Address("ArchiveStorage__tableServiceUri"), services.GetRequiredService<TableServiceClient>().Uri);
        Assert.Equal(Address("HistoricalStorage__blobServiceUri"), services.GetRequiredService<HistoricalStorage>().Blobs.Uri);
        Assert.Equal(Address("Search__Endpoint"), services.GetRequiredService<SearchIndexClient>().Endpoint);
    }

    [Fact]
    public void No_setting_is_one_that_flex_consumption_refuses()
    {
        string[] moved = ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "SCM_DO_BUILD_DURING_DEPLOYMENT", "ENABLE_ORYX_BUILD", "WEBSITE_VNET_ROUTE_ALL", "WEBSITE_TIME_ZONE"];
        Assert.Equal([], Written.Keys.Intersect(moved));
        Assert.DoesNotContain(Written.Keys, setting => setting.StartsWith("WEBSITE_CONTENT", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Settable(string section, Type type) => type.GetProperties().Where(property => property.CanWrite).Select(property => $"{section}__{property.Name}");

    private static Uri Address(string setting) => new(Written[setting]!);

    [GeneratedRegex("^\\| `([^`]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("(?:[cC]onfiguration|settings)\\[\"([A-Za-z:]+)\"\\]")]
    private static partial Regex Key();

    [GeneratedRegex("configuration\\.GetSection\\(\"([A-Za-z:]+)\"\\)")]
    private static partial Regex Section();

    [GeneratedRegex("\\bsection\\.Get(?:Section|Value<[^>]+>)\\(\"([A-Za-z]+)\"\\)")]
    private static partial Regex OfRequests();
}
