namespace Archive.Packages.Legacy;

/// <summary>How much of a package's descriptions is kept, so that neither one value nor all of them together take more memory than there is.</summary>
internal sealed class LegacyBudget
{
    /// <summary>The longest value, in letters.</summary>
    public const int LongestValue = 8_000;

    /// <summary>The most letters of all descriptions of a package: their values, names and places.</summary>
    public const int Most = 64_000_000;

    private readonly List<(string Path, string Where, string Found)> exceeded = [];
    private long letters;

    /// <summary>What was more, and where.</summary>
    public IReadOnlyList<(string Path, string Where, string Found)> Exceeded => exceeded;

    /// <summary>Whether no more is read.</summary>
    public bool IsSpent => letters > Most;

    /// <summary>Counts what is to be kept; false where it may not be.</summary>
    public bool Takes(int more, string path)
    {
        if (IsSpent)
            return false;
        letters += more;
        if (IsSpent)
            exceeded.Add((path, "file", $"more than {Most} letters up to here"));
        return !IsSpent;
    }

    /// <summary>As much of a value as may be kept.</summary>
    public string Cut(string value, string path, string place, string name)
    {
        if (value.Length <= LongestValue)
            return value;
        if (Takes(place.Length, path))
            exceeded.Add((path, $"{place}/{name}", $"{value.Length} letters"));
        return value[..LongestValue];
    }
}
