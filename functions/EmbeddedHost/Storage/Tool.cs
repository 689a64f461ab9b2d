using System.ComponentModel;
using System.Diagnostics;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Storage;

/// <summary>A run of <c>node</c> or <c>npm</c>, with what it said.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">What it wrote on its standard output.</param>
/// <param name="Errors">What it wrote on its standard error.</param>
internal sealed record Tool(int ExitCode, string Output, string Errors)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The last line it wrote, errors first: what a person needs of a failed run.</summary>
    public string LastLine => Lines(Errors).Concat(Lines(Output)).FirstOrDefault() ?? $"exit code {ExitCode}, without a word";

    /// <summary>Runs a tool of the path to its end; cancelled, it is ended with all it started.</summary>
    /// <exception cref="StartRefusedException">There is no such tool on the path.</exception>
    public static async Task<Tool> RunAsync(
        string name, string[] arguments, string folder, Dictionary<string, string>? environment, CancellationToken stop)
    {
        var start = new ProcessStartInfo(name, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment ?? Nothing)
            start.Environment[key] = value;

        using var process = Start(start, name);
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var errors = process.StandardError.ReadToEndAsync(stop);
        try
        {
            await process.WaitForExitAsync(stop);
            return new Tool(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start, string name)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new StartRefusedException($"'{name}' was not found on the PATH. The embedded storage needs Node.js {Node.Oldest} or newer with npm.");
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse();
}
