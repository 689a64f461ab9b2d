namespace Benchmarks;

/// <summary>How much is done.</summary>
internal enum Extent
{
    /// <summary>Sizes that a look allows: all benchmarks together in a few minutes.</summary>
    Modest,

    /// <summary>The sizes the archive is built for.</summary>
    Full,
}

/// <summary>A benchmark by its name.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Title">What it measures, and against what.</param>
/// <param name="Run">Measures, and returns what is to be printed, in Markdown.</param>
internal sealed record Benchmark(string Name, string Title, Func<Extent, CancellationToken, Task<string>> Run);
