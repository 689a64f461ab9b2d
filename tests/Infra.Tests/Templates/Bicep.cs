using System.Reflection;

namespace Infra.Tests.Templates;

/// <summary>The Bicep compiler, restored as a package.</summary>
internal static class Bicep
{
    public static string Folder { get; } = Repository.Path("infra");

    private static readonly string? Program =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "Bicep")?.Value;

    public static Task<ToolRun> Run(params string[] arguments)
    {
        Assert.SkipWhen(Program is null, "The Bicep compiler's package is for Linux on x64: templates were not built here.");
        return ToolRun.Of(Program!, arguments, Folder);
    }

    /// <summary>Evaluates a deployment, or compares it with its committed evaluation.</summary>
    public static Task<ToolRun> Snapshot(string parameters, string mode) => Run(
        "snapshot", Path.Combine(Folder, parameters), "--mode", mode, "--deployment-name", "archive", "--location", "southeastasia",
        "--tenant-id", "00000000-0000-0000-0000-000000000001", "--subscription-id", "00000000-0000-0000-0000-000000000002");
}
