using System.Globalization;
using Archive.ReadingRoom;
using Archive.Records;

namespace Archive.Catalogue;

/// <summary>A request as it is put to the index: everything the search service is told, made of a request and what its caller may see.</summary>
/// <param name="Search">Full Lucene syntax, or <c>*</c> to browse.</param>
/// <param name="Filter">OData; always begins with what the caller may see.</param>
/// <param name="OrderBy">Ends with the key, so that pages neither repeat nor lose a record.</param>
/// <param name="Size">Records per page.</param>
/// <param name="Skip">Records before this page.</param>
public sealed record CatalogueQuery(string Search, string Filter, IReadOnlyList<string> OrderBy, int Size, int Skip)
{
    /// <summary>Pages end here: the search service skips no further. A reader who needs more narrows the query.</summary>
    public const int Deepest = 100_000;

    /// <summary>The longest query, in letters: a whole trích yếu twice over.</summary>
    public const int LongestQuery = 1_000;

    /// <summary>Counts are given of these; only of records the caller may see.</summary>
    public static readonly IReadOnlyList<string> Facets =
    [
        $"{CatalogueField.Agency},count:100", $"{CatalogueField.Type},count:40", $"{CatalogueField.Issuer},count:30",
        $"{CatalogueField.Year},count:100", $"{CatalogueField.Custody},count:2", $"{CatalogueField.Access},count:2",
    ];

    /// <summary>Found words are marked in these.</summary>
    public static readonly IReadOnlyList<string> Highlights =
        [CatalogueField.Title, CatalogueField.TitleFolded, $"{CatalogueField.Text}-1", $"{CatalogueField.TextFolded}-1"];

    private const string Newest = "newest";
    private const string Oldest = "oldest";
    private const string Relevance = "relevance";

    /// <summary>The filter for every record once, whole, whoever may see it: for numbers, never for a list.</summary>
    public static string WholeFilter => CatalogueFilter.Whole;

    /// <summary>The filter that proposes an agency's records of a dossier, whoever may see them: for the archive's own use.</summary>
    public static string DossierFilter(AgencyCode agency, string fileCode) => CatalogueFilter.OfDossier(agency, fileCode);

    /// <summary>An agency's records that may bear a code, whoever may see them: for the archive's own use. Null for a code without a letter or digit.</summary>
    public static CatalogueQuery? ForCode(AgencyCode agency, string code, int most) => SearchExpression.Words(code) is { Count: > 0 and <= SearchExpression.MostWords } words
        ? new CatalogueQuery(SearchExpression.For(words), CatalogueFilter.OfAgency(agency), [CatalogueField.Id], most, 0)
        : null;

    /// <summary>Whether words are looked for, and not only browsed.</summary>
    public bool Searches => Search != "*";

    /// <summary>Where the next page starts, or null when this is the last or the service goes no deeper.</summary>
    /// <param name="count">All records the query finds.</param>
    public string? Next(long count) => Skip + Size < count && Skip + Size + Size <= Deepest ? PagePosition.Write(Skip + Size, this) : null;

    /// <summary>Where the page before this one starts; null when that is the first, or this is.</summary>
    public string? Previous => Skip > Size ? PagePosition.Write(Skip - Size, this) : null;

    /// <summary>The same query, of records admitted after a moment.</summary>
    public CatalogueQuery AdmittedSince(DateTimeOffset moment) =>
        this with { Filter = $"{Filter} and {CatalogueField.AdmittedAt} gt {moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}" };

    /// <summary>Reads a request where no agency discloses anything.</summary>
    public static CatalogueReading Of(CatalogueRequest request, Caller caller) => Of(request, caller, Disclosures.Nothing);

    /// <summary>Reads a request.</summary>
    /// <param name="request">As it was sent.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="disclosures">What the agencies disclose today.</param>
    public static CatalogueReading Of(CatalogueRequest request, Caller caller, Disclosures disclosures)
    {
        if (request.Q?.Length > LongestQuery)
            return new CatalogueReading.Refused(CatalogueProblem.QueryTooLong, "q");

        var typed = request.Q?.Trim() ?? "";
        var words = SearchExpression.Words(typed);
        if (words.Count > SearchExpression.MostWords)
            return new CatalogueReading.Refused(CatalogueProblem.QueryTooLong, "q");

        var filter = CatalogueFilter.Of(request, Visibility.MarksOf(caller, disclosures));
        if (typed.Length > 0 && words.Count == 0)
            filter.Nothing();

        var order = Order(request.Sort, words.Count > 0);
        var size = PageSize(request.Size);
        var refused = filter.Refused ?? (order is null ? "sort" : size is null ? "size" : null);
        if (refused is not null)
            return new CatalogueReading.Refused(CatalogueProblem.ParameterInvalid, refused);

        var search = words.Count == 0 ? "*" : SearchExpression.For(words);
        return new CatalogueQuery(search, filter.ToString(), order!, size!.Value, 0).From(request.Continuation);
    }

    /// <summary>The same query from a continuation on.</summary>
    internal CatalogueReading From(string? continuation)
    {
        if (string.IsNullOrEmpty(continuation))
            return new CatalogueReading.Accepted(this);
        return PagePosition.Read(continuation, this) is { } skip && skip <= Deepest
            ? new CatalogueReading.Accepted(this with { Skip = skip })
            : new CatalogueReading.Refused(CatalogueProblem.ContinuationInvalid, "continuation");
    }

    private static string[]? Order(string? sort, bool searches) => (string.IsNullOrEmpty(sort) ? (searches ? Relevance : Newest) : sort) switch
    {
        Newest => [$"{CatalogueField.IssuedFrom} desc", $"{CatalogueField.AdmittedAt} desc", CatalogueField.Id],
        Oldest => [CatalogueField.IssuedFrom, CatalogueField.AdmittedAt, CatalogueField.Id],
        Relevance when searches => ["search.score() desc", $"{CatalogueField.IssuedFrom} desc", CatalogueField.Id],
        Relevance => Order(Newest, searches),
        _ => null,
    };

    private static int? PageSize(string? size) => size switch
    {
        null or "" => 20,
        _ => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100 ? number : null,
    };
}
