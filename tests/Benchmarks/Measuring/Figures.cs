using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>What is said of a list of figures. The machine is shared, so medians and spreads and never means.</summary>
internal static class Figures
{
    /// <summary>The middle one; of an even number the mean of the middle two.</summary>
    public static double Median(this IReadOnlyCollection<double> figures)
    {
        var ordered = figures.Order().ToList();
        return ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;
    }

    /// <summary>The smallest figure that this part of all of them does not exceed, 0.99 for the 99th percentile.</summary>
    public static double Percentile(this IReadOnlyCollection<double> figures, double part)
    {
        var ordered = figures.Order().ToList();
        return ordered[Math.Clamp((int)Math.Ceiling(part * ordered.Count) - 1, 0, ordered.Count - 1)];
    }

    /// <summary>Two or three significant digits, which is more than these measurements are good for.</summary>
    public static string Brief(double figure) => figure switch
    {
        >= 100 => figure.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => figure.ToString("0.0", CultureInfo.InvariantCulture),
        >= 0.1 => figure.ToString("0.00", CultureInfo.InvariantCulture),
        _ => figure.ToString("G2", CultureInfo.InvariantCulture),
    };

    /// <summary>Lowest and highest.</summary>
    public static string Spread(IReadOnlyCollection<double> figures) => $"{Brief(figures.Min())} to {Brief(figures.Max())}";
}
