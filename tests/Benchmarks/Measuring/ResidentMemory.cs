using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>What this process holds in memory, as the system counts it. Linux only.</summary>
internal static class ResidentMemory
{
    /// <summary>What it holds now, in MB.</summary>
    public static long Megabytes() => Line("VmRSS:");

    /// <summary>The most it has held since <see cref="ForgetPeak"/>, in MB.</summary>
    public static long PeakMegabytes() => Line("VmHWM:");

    /// <summary>Collects what can be, and lets the peak begin anew.</summary>
    public static void ForgetPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static long Line(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
