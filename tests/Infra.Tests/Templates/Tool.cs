using System.Diagnostics;

namespace Infra.Tests.Templates;

/// <summary>What a command said and how it ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="without">Variables of this process that it is not to see.</param>
    public static async Task<ToolRun> Of(string program, IEnumerable<string> arguments, string folder, params string[] without)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in without)
            start.Environment.Remove(variable);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await output, await errors);
    }
}
