using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>Runs the benchmarks that were named, or all, one after the other.</summary>
internal sealed class BenchmarkRun(IReadOnlyList<Benchmark> contents, TextWriter output, TextWriter errors)
{
    private const string All = "all";
    private const string FullExtent = "--full";

    /// <summary>The exit code is 0 when all ran, 1 when one failed, 2 when the arguments were not understood.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken stop)
    {
        var names = args.Where(arg => arg != FullExtent).ToList();
        if (names.Find(name => name != All && contents.All(benchmark => benchmark.Name != name)) is { } unknown)
            return await RefuseAsync(unknown);

        var extent = args.Contains(FullExtent) ? Extent.Full : Extent.Modest;
        var chosen = contents.Where(benchmark => names.Count == 0 || names.Contains(All) || names.Contains(benchmark.Name));
        await output.WriteLineAsync($"{Environment.ProcessorCount} processors, {Environment.OSVersion.Platform}, .NET {Environment.Version}, extent: {extent}\n");
        var failed = false;
        foreach (var benchmark in chosen)
            failed |= !await PrintAsync(benchmark, extent, stop);
        return failed ? 1 : 0;
    }

    private async Task<int> RefuseAsync(string unknown)
    {
        await errors.WriteLineAsync($"'{unknown}' is no benchmark. There are:");
        foreach (var benchmark in contents)
            await errors.WriteLineAsync($"  {benchmark.Name,-12} {benchmark.Title}");
        await errors.WriteLineAsync($"  {All,-12} all of them, the default\n  {FullExtent,-12} the sizes the archive is built for: takes long, needs some 25 GB of disk");
        return 2;
    }

    /// <summary>One that fails does not take the others with it.</summary>
    private async Task<bool> PrintAsync(Benchmark benchmark, Extent extent, CancellationToken stop)
    {
        await output.WriteLineAsync($"## {benchmark.Name}: {benchmark.Title}\n");
        var began = Stopwatch.GetTimestamp();
        try
        {
            await output.WriteLineAsync(await benchmark.Run(extent, stop));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"(took {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s)\n"));
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync($"{benchmark.Name}: stopped.");
            return false;
        }
        catch (Exception problem)
        {
            await errors.WriteLineAsync($"{benchmark.Name} failed: {problem}\n");
            return false;
        }
    }
}
