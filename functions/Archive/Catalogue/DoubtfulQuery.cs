using Archive.Description;
using Archive.ReadingRoom;

namespace Archive.Catalogue;

/// <summary>
/// The records whose description an archivist should look at, as the index is asked for them: those who came first, first. The index has the
/// reasons of each, so that nothing is kept or scanned to find them; whether a reason still holds, the record's row says.
/// </summary>
public static class DoubtfulQuery
{
    /// <summary>Counts are given of these.</summary>
    public static readonly IReadOnlyList<string> Facets = [$"{CatalogueField.Doubts},count:20", $"{CatalogueField.Agency},count:300"];

    /// <summary>Reads a request for them; only of what the caller may see.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="reason">One of <see cref="Doubt.Codes"/>, or null.</param>
    /// <param name="agency">An agency's code, or null.</param>
    /// <param name="size">Records per page.</param>
    /// <param name="continuation">Where the page starts, or null.</param>
    public static CatalogueReading Of(Caller caller, string? reason, string? agency, int size, string? continuation)
    {
        var filter = CatalogueFilter.Of(new CatalogueRequest { Agency = agency }, Visibility.MarksOf(caller)).Doubtful(reason);
        return filter.Refused is { } refused
            ? new CatalogueReading.Refused(CatalogueProblem.ParameterInvalid, refused)
            : new CatalogueQuery("*", filter.ToString(), [CatalogueField.AdmittedAt, CatalogueField.Id], size, 0).From(continuation);
    }
}
