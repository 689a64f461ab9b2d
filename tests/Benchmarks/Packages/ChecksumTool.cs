using System.ComponentModel;
using System.Diagnostics;

namespace Benchmarks.Packages;

/// <summary>A program that computes or verifies checksums, in a process of its own.</summary>
internal static class ChecksumTool
{
    /// <summary>Whether this machine has it.</summary>
    public static async Task<bool> IsInstalledAsync(string program, CancellationToken stop)
    {
        try
        {
            await EndAsync(program, ["--version"], stop); // Whatever it makes of that.
            return true;
        }
        catch (Win32Exception)
        {
            return false; // No such program.
        }
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        var (exitCode, errors) = await EndAsync(program, arguments, stop);
        if (exitCode != 0)
            throw new InvalidOperationException($"{program} ended with {exitCode}: {errors}");
    }

    private static async Task<(int ExitCode, string Errors)> EndAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(stop);
        await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await errors);
    }
}
