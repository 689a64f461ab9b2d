namespace Archive.Catalogue;

/// <summary>A list that is taken along: how much of it, and the portions it is read in.</summary>
public static class ExportPortions
{
    /// <summary>Records in an exported list. Whoever needs more narrows the query, or pages through the API.</summary>
    public const int Most = 10_000;

    /// <summary>Records per call: as many as the search service gives.</summary>
    public const int Portion = 1_000;

    /// <summary>Whether a list of so many records is longer than what is exported of it.</summary>
    public static bool Cuts(long count) => count > Most;

    /// <summary>The queries of an export, in order: what the query finds from its first record on, whatever page of it was looked at.</summary>
    public static IEnumerable<CatalogueQuery> Of(CatalogueQuery query) =>
        Enumerable.Range(0, Most / Portion).Select(number => query with { Size = Portion, Skip = number * Portion });
}
