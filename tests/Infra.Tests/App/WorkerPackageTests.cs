using System.Text.Json.Nodes;
using Infra.Tests.Templates;

namespace Infra.Tests.App;

public sealed class WorkerPackageTests
{
    /// <summary>What a deployment is built from, version by version.</summary>
    private static readonly Dictionary<string, string> Worker = new()
    {
        ["Microsoft.Azure.Functions.Worker"] = "2.52.0",
        ["Microsoft.Azure.Functions.Worker.Sdk"] = "2.1.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http"] = "3.3.0",
        ["Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore"] = "2.1.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.Timer"] = "4.3.1",
        ["Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs"] = "6.8.2",
        ["Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues"] = "5.5.5",
        ["Microsoft.Azure.Functions.Worker.Extensions.ServiceBus"] = "5.24.0",
        ["Microsoft.Azure.Functions.Worker.OpenTelemetry"] = "1.2.0",
    };

    /// <summary>Where telemetry goes on Azure; nowhere else is there anything to send it to.</summary>
    private static readonly string[] Exporters = ["Azure.Monitor.OpenTelemetry.Exporter", "OpenTelemetry.Extensions.Hosting"];

    [Fact]
    public async Task With_UseWorkerPackages_the_app_references_the_worker_packages_and_no_longer_the_bindings()
    {
        var (with, without) = (await Evaluate("true"), await Evaluate("false"));
        Assert.Equal(Worker.Keys.Concat(Exporters).Order(), with.Packages.Except(without.Packages).Order());
        Assert.Equal([], without.Packages.Except(with.Packages));
        Assert.Equal(["../Bindings/Bindings.csproj"], without.Projects.Except(with.Projects));
        Assert.Equal([], with.Projects.Except(without.Projects));
        Assert.All(Worker, package => Assert.Equal(package.Value, with.Versions[package.Key]));
    }

    private static async Task<Evaluation> Evaluate(string useWorkerPackages)
    {
        var project = Repository.Path("functions", "ArchiveFunctions", "ArchiveFunctions.csproj");
        var run = await ToolRun.Of(
            "dotnet", ["msbuild", project, "-getItem:PackageReference", "-getItem:ProjectReference", "-getItem:PackageVersion", $"-p:UseWorkerPackages={useWorkerPackages}", "-nodeReuse:false"],
            Repository.Root,
            // A test host's own variables would make this MSBuild look for its parts in the wrong places.
            ["MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath"]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var items = JsonNode.Parse(run.Output)!["Items"]!;
        return new Evaluation(
            [.. Names(items["PackageReference"]!)], [.. Names(items["ProjectReference"]!)], items["PackageVersion"]!.AsArray().ToDictionary(item => (string)item!["Identity"]!, item => (string)item!["Version"]!));
    }

    private static IEnumerable<string> Names(JsonNode items) => items.AsArray().Select(item => ((string)item!["Identity"]!).Replace('\\', '/'));

    private sealed record Evaluation(IReadOnlyCollection<string> Packages, IReadOnlyCollection<string> Projects, Dictionary<string, string> Versions);
}
