using System.Globalization;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Storage;

/// <summary>The Node.js of this machine, which runs the storage service.</summary>
internal static class Node
{
    /// <summary>The oldest major version that will do.</summary>
    public const int Oldest = 18;

    /// <summary>npm's name on this system.</summary>
    public static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>Makes sure that Node.js is there and new enough.</summary>
    /// <exception cref="StartRefusedException">It is missing or too old.</exception>
    public static async Task RequireAsync(CancellationToken stop)
    {
        var version = await Tool.RunAsync("node", ["--version"], AppContext.BaseDirectory, null, stop);
        if (Major(version.Output) is not { } major || major < Oldest)
            throw new StartRefusedException($"Node.js {Oldest} or newer is needed for the embedded storage; 'node --version' says {version.LastLine}.");
    }

    /// <summary>The major version in what <c>node --version</c> says (<c>v20.20.2</c>), or null for anything else.</summary>
    internal static int? Major(string version)
    {
        var text = version.Trim();
        return text.StartsWith('v') && int.TryParse(text[1..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
    }
}
