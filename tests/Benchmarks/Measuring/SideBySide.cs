namespace Benchmarks.Measuring;

/// <summary>Rates of two sides, measured in turns (A B A B), so that whatever else the machine does falls on both.</summary>
/// <param name="Ours">One rate per round.</param>
/// <param name="Yardstick">The yardstick's rates of the same rounds.</param>
internal sealed record SideBySide(IReadOnlyList<double> Ours, IReadOnlyList<double> Yardstick)
{
    /// <summary>Heads of the columns that <see cref="Cells"/> fills.</summary>
    public static readonly string[] Columns = ["ratio", "spread of ratios", "n"];

    /// <summary>Ours to the yardstick's, round by round: 1 is as fast, 0.5 half as fast.</summary>
    public IReadOnlyList<double> Ratios { get; } = [.. Ours.Zip(Yardstick, (ours, yardstick) => ours / yardstick)];

    /// <summary>Ratio, its spread, and the number of rounds.</summary>
    public string[] Cells => [Figures.Brief(Ratios.Median()), Figures.Spread(Ratios), $"{Ratios.Count}"];

    /// <summary>
    /// Measures so many rounds, and says on the standard error how each went. Rounds before them warm both sides up and are not counted.
    /// </summary>
    public static async Task<SideBySide> InTurnsAsync(int rounds, Func<Task<double>> ours, Func<Task<double>> yardstick, int warmUps = 1)
    {
        for (var round = 0; round < warmUps; round++)
        {
            await ours();
            await yardstick();
        }

        var (left, right) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            left.Add(await ours());
            right.Add(await yardstick());
            await Console.Error.WriteLineAsync($"  round {round + 1} of {rounds}: {Figures.Brief(left[^1])} to {Figures.Brief(right[^1])}, ratio {Figures.Brief(left[^1] / right[^1])}");
        }

        return new SideBySide(left, right);
    }
}
