using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Tests.Policies;
using Infra.Tests.Templates;

namespace Infra.Tests.Cost;

/// <summary>What a line of the bill comes to in a month.</summary>
internal sealed record CostLine(string What, double PerMonth);

/// <summary>
/// The bill, computed: operations of the README's table (which the benchmarks count), sizes of infra/workload.json, prices of infra/prices.json, and the
/// evaluated deployment for what is paid at rest.
/// </summary>
internal sealed partial class CostModel
{
    private const double SecondsPerMonth = 30 * 24 * 3600.0;

    /// <summary>How each operation of the README's table is billed.</summary>
    private static readonly Dictionary<string, string> Billed = new()
    {
        ["read upload row"] = "table", ["read inbox blob"] = "blobRead", ["copy to vault"] = "blobWrite", ["write record and journal"] = "table",
        ["write upload outcome"] = "table", ["send `RecordAdmitted`"] = "bus", ["read record"] = "table", ["read content"] = "blobRead",
        ["write description, text and journal"] = "table", ["remove inbox blob"] = "free", ["send `RecordChanged`"] = "bus",
        ["complete `RecordAdmitted`"] = "bus", ["read record and text"] = "table", ["complete `RecordChanged`"] = "bus",
    };

    private readonly JsonNode prices = JsonNode.Parse(Repository.Text("infra", "prices.json"))!;
    private readonly JsonNode work = JsonNode.Parse(Repository.Text("infra", "workload.json"))!;

    public IReadOnlyList<string> Operations { get; } =
        [.. Row().Matches(Repository.Text("README.md").Split("### Storage operations of one small record")[1].Split("\n## ")[0].Split("\n### ")[0]).Select(match => match.Groups[1].Value)];

    public string PricesAsOf => (string)prices["asOf"]!;

    public double Work(string name) => (double)work[name]!;

    public double Price(string name) => (double)prices["unit"]![name]!;

    /// <summary>Operations of one record that are billed alike; one unknown here fails, so that the page cannot fall behind.</summary>
    public int Count(string kind) => Operations.Count(operation => Billed[operation] == kind);

    public double SearchGB(string sku) => (double)prices["searchGBPerPartition"]![sku]!;

    public int SearchPartitions(string sku) => (int)prices["searchMostPartitions"]![sku]!;

    /// <summary>What is paid although nothing happens.</summary>
    public IReadOnlyList<CostLine> AtRest(Deployment deployment)
    {
        var search = deployment.All("Microsoft.Search/searchServices")[0];
        var bus = deployment.All("Microsoft.ServiceBus/namespaces")[0];
        var scale = deployment.All("Microsoft.Web/sites")[0].Property("functionAppConfig", "scaleAndConcurrency")!;
        var ready = scale["alwaysReady"]!.AsArray().Sum(group => (int)group!["instanceCount"]!) * ((double)scale["instanceMemoryMB"]! / 1024);
        var endpoints = deployment.Resources.Count(resource => resource.Type == "Microsoft.Network/privateEndpoints");
        var zones = deployment.Resources.Count(resource => resource.Type == "Microsoft.Network/privateDnsZones");
        var units = (int)search.Property("replicaCount")! * (int)search.Property("partitionCount")!;
        return
        [
            new("AI Search, " + $"{units} × {search["sku", "name"]}", units * Price((string)search["sku", "name"]! == "basic" ? "searchBasicUnit" : "searchStandardUnit")),
            new($"Service Bus, {bus["sku", "name"]}", Price((string)bus["sku", "name"]! == "Premium" ? "serviceBusPremiumUnit" : "serviceBusStandardBase")),
            new("Functions, always ready", ready * SecondsPerMonth * Price("functionAlwaysReadyGBs")),
            new("Private endpoints and zones", (endpoints * Price("privateEndpointMonth")) + (zones * Price("dnsZoneMonth"))),
            new("Key Vault", Price("keyVaultMonth")),
        ];
    }

    /// <summary>What a million records cost once, when they come.</summary>
    public IReadOnlyList<CostLine> PerMillion(Deployment deployment)
    {
        var factor = Redundancy(deployment, "starchive");
        var tables = Count("table") + (Work("permanentShare") * Work("permanentOperations")) + Work("sharedOperations");
        var isPremium = (string)deployment.All("Microsoft.ServiceBus/namespaces")[0]["sku", "name"]! == "Premium";
        return
        [
            // The depositor's own PUT is one more write.
            new("Blob operations", 100 * factor * (((Count("blobWrite") + 1) * Price("blobWritesPer10k")) + (Count("blobRead") * Price("blobReadsPer10k")))),
            new("Table operations", 100 * factor * tables * Price("tableOperationsPer10k")),
            new("Service Bus operations", isPremium ? 0 : Count("bus") * Price("serviceBusStandardPerMillion")),
            new("Function runs", (Work("gbSeconds") * 1e6 * Price("functionGBs")) + (Work("runs") * Price("functionPerMillionRuns"))),
            new("Events", Price("eventGridPerMillion")),
            new("Logs", Work("logKB") * 1e6 / 1e6 * Price("logGB")),
        ];
    }

    /// <summary>What a million records held cost each month.</summary>
    public IReadOnlyList<CostLine> HeldPerMillion(Deployment deployment)
    {
        var (archive, historical) = (Redundancy(deployment, "starchive"), Redundancy(deployment, "sthistory"));
        var contentGB = Work("recordMB") * 1e6 / 1024;
        return
        [
            new("Content in the agencies' archive", contentGB * Price("blobGBMonth") * archive),
            new("Rows", Work("rowKB") * 1e6 / 1048576 * Price("tableGBMonth") * archive),
            new("Packages in the historical archive, after three years", Work("permanentShare") * contentGB * Price("blobGBMonth") * historical),
        ];
    }

    /// <summary>Search partitions a number of records needs.</summary>
    public int Partitions(double records, string sku) => (int)Math.Ceiling(records * Work("indexKB") / 1048576 / SearchGB(sku));

    private double Redundancy(Deployment deployment, string account) =>
        (double)prices["redundancy"]![(string)deployment.All("Microsoft.Storage/storageAccounts").Single(one => one.Name.StartsWith(account, StringComparison.Ordinal))["sku", "name"]!]!;

    [GeneratedRegex(@"^\| \d+ \| (.+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
