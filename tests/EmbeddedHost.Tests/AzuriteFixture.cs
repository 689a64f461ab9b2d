using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EmbeddedHost.Storage;
using EmbeddedHost.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace EmbeddedHost.Tests;

/// <summary>One Azurite for all tests, with an empty account for each of them.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? process;
    private int handedOut;

    public async ValueTask InitializeAsync() =>
        process = await AzuriteProcess.StartAsync(Directory.CreateTempSubdirectory("azurite").FullName, blobPort: 0, queuePort: 0);

    /// <summary>The connection string of an account no other test uses.</summary>
    public string NextAccount() => process!.ConnectionString(Interlocked.Increment(ref handedOut));

    public async ValueTask DisposeAsync() => await process!.DisposeAsync();
}

/// <summary>A running Azurite with a hundred accounts.</summary>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private readonly Process node;

    private AzuriteProcess(Process node, int blobPort, int queuePort) => (this.node, BlobPort, QueuePort) = (node, blobPort, queuePort);

    public int BlobPort { get; }

    public int QueuePort { get; }

    public static async Task<AzuriteProcess> StartAsync(string data, int blobPort, int queuePort)
    {
        var script = await InstallAsync();
        string[] arguments = [script, "--location", data, "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", Text(blobPort), "--queuePort", Text(queuePort), "--tablePort", "0"];
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, 100).Select(number => $"test{number}:{Key}"));
        var node = Process.Start(start)!;
        var (blob, queue) = (0, 0);
        while (blob == 0 || queue == 0)
        {
            var line = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Azurite ended before it listened.");
            if (Listening().Match(line) is { Success: true } match)
                (blob, queue) = match.Groups[1].Value == "Blob" ? (Number(match), queue) : match.Groups[1].Value == "Queue" ? (blob, Number(match)) : (blob, queue);
        }

        _ = node.StandardOutput.ReadToEndAsync();
        return new AzuriteProcess(node, blob, queue);
    }

    public string ConnectionString(int account) =>
        $"DefaultEndpointsProtocol=http;AccountName=test{account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/test{account};QueueEndpoint=http://127.0.0.1:{QueuePort}/test{account};";

    public async ValueTask DisposeAsync()
    {
        // SIGTERM: Azurite writes its database before it ends.
        using (var kill = Process.Start("kill", ["-TERM", Text(node.Id)]))
            await kill.WaitForExitAsync();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private static async Task<string> InstallAsync()
    {
        var installation = AzuriteInstallation.Locate(TimeProvider.System);
        await installation.EnsureAsync(TextWriter.Null, CancellationToken.None);
        return Path.Combine(installation.Folder, "node_modules", "azurite", "dist", "src", "azurite.js");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(Match match) => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Azurite (\w+) service.*listen.*:(\d+)")]
    private static partial Regex Listening();
}
