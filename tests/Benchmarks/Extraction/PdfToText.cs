using System.ComponentModel;
using System.Diagnostics;

namespace Benchmarks.Extraction;

/// <summary>pdftotext of poppler-utils, a process for each document.</summary>
internal static class PdfToText
{
    /// <summary>Whether this machine has it.</summary>
    public static async Task<bool> IsInstalledAsync(CancellationToken stop)
    {
        try
        {
            await RunAsync(["-v"], stop);
            return true;
        }
        catch (Win32Exception)
        {
            return false; // No such program.
        }
    }

    /// <summary>Extracts the text of documents one after the other.</summary>
    public static async Task ReadAsync(IEnumerable<string> files, CancellationToken stop)
    {
        foreach (var file in files)
        {
            // Some samples are scans: no text is no failure, a failed run is.
            var (exitCode, _) = await RunAsync(["-enc", "UTF-8", file, "-"], stop);
            if (exitCode != 0)
                throw new InvalidOperationException($"pdftotext ended with {exitCode} on {file}.");
        }
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(stop);
        var text = await process.StandardOutput.ReadToEndAsync(stop);
        await errors;
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, text);
    }
}
