using System.Globalization;
using System.Runtime.CompilerServices;
using Archive.Catalogue;
using Archive.Records;
using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Azure.Search.Documents.Models;

namespace ArchiveFunctions.Catalogue;

/// <summary>What the index is to hold of a record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Entries">What may be found, one entry for each sight that somebody may have; none when nobody may find it.</param>
public sealed record CatalogueChange(RecordId Id, IReadOnlyList<CatalogueEntry> Entries)
{
    /// <summary>What a record is to have; what it has beyond that goes.</summary>
    public static CatalogueChange Of(ArchiveRecord record, string text) => new(record.Id, CatalogueEntry.AllOf(record, text));

    /// <summary>Nothing of a record.</summary>
    public static CatalogueChange Removal(RecordId id) => new(id, []);
}

/// <summary>
/// The search service's index of records. Disposable: everything in it can be made again from the tables. Missing (a new service, a machine
/// started afresh), it is made at the first call that needs it.
/// </summary>
public sealed class CatalogueIndex(SearchIndexClient service)
{
    /// <summary>Documents in one call; the service takes no more.</summary>
    public const int MostDocuments = 1000;

    /// <summary>Bytes in one call: the service takes 16 MB.</summary>
    private const long MostBytes = 15_000_000;

    private readonly SearchClient client = service.GetSearchClient(CatalogueDefinition.Name);

    /// <summary>Makes the index, or finds that it is there.</summary>
    public Task EnsureAsync(CancellationToken stop) => service.CreateOrUpdateIndexAsync(CatalogueDefinition.Create(), cancellationToken: stop);

    /// <summary>Writes documents and removals, in as few calls as the service allows.</summary>
    /// <exception cref="CatalogueWriteException">Some were not taken; the others were.</exception>
    public async Task Write(IReadOnlyCollection<CatalogueChange> changes, CancellationToken stop)
    {
        var failures = new List<IndexingResult>();
        foreach (var batch in Batches(changes))
        {
            IndexDocumentsResult written = await OnIndex(() => client.IndexDocumentsAsync(batch, cancellationToken: stop), stop);
            failures.AddRange(written.Results.Where(result => !result.Succeeded));
        }

        if (failures.Count > 0)
            throw new CatalogueWriteException(failures);
    }

    /// <summary>The ids of which the index holds something above one and up to another, in their order.</summary>
    internal async Task<IReadOnlyList<RecordId>> Ids(RecordId? above, RecordId? upTo, CancellationToken stop)
    {
        var ids = new List<RecordId>();
        while (true)
        {
            var page = await Ids([Above(ids.Count > 0 ? ids[^1] : above), upTo is { } to ? CatalogueKey.UpTo(to) : null], MostDocuments, stop);
            ids.AddRange(page.Distinct());
            if (page.Count < MostDocuments)
                return ids;
        }
    }

    /// <summary>Ids of an agency's records that may be of a dossier, above one, in their order. The rows say which of them are.</summary>
    internal Task<IReadOnlyList<RecordId>> OfDossier(AgencyCode agency, string fileCode, RecordId? above, int most, CancellationToken stop) =>
        Ids([CatalogueQuery.DossierFilter(agency, fileCode), Above(above)], most, stop);

    /// <summary>Whether the service answers. A missing index is an answer: the first record makes it.</summary>
    internal Task Ping(CancellationToken stop) => OnIndex(() => client.GetDocumentCountAsync(stop), stop);

    /// <summary>A page of what a query finds.</summary>
    internal async Task<CataloguePage> Search(CatalogueQuery query, CancellationToken stop)
    {
        var options = Options(query, query.Searches);
        options.HighlightPreTag = Snippet.Opening;
        options.HighlightPostTag = Snippet.Closing;
        CatalogueQuery.Facets.ToList().ForEach(options.Facets.Add);
        if (query.Searches)
            CatalogueQuery.Highlights.ToList().ForEach(options.HighlightFields.Add);
        return await Page(query, options, stop);
    }

    /// <summary>A page of what an archivist should look at, with its counts (<see cref="DoubtfulQuery"/>).</summary>
    internal async Task<CataloguePage> Doubtful(CatalogueQuery query, CancellationToken stop)
    {
        var options = Options(query, withText: false);
        DoubtfulQuery.Facets.ToList().ForEach(options.Facets.Add);
        return await Page(query, options, stop);
    }

    /// <summary>The row version a record's document was made from; null where there is none.</summary>
    internal async Task<int?> VersionOf(RecordId id, CancellationToken stop)
    {
        var options = new SearchOptions { Filter = $"{CatalogueField.Id} eq '{id}'", Size = 1, Select = { CatalogueField.Version } };
        SearchResults<SearchDocument> found = await OnIndex(() => client.SearchAsync<SearchDocument>("*", options, stop), stop);
        return found.GetResults().Select(one => one.Document.GetInt32(CatalogueField.Version)).FirstOrDefault();
    }

    /// <summary>How many records of each type there are, whoever may see them: numbers for the archive's own board.</summary>
    internal async Task<IReadOnlyList<FacetCount>> Types(CancellationToken stop)
    {
        var options = new SearchOptions { Filter = CatalogueQuery.WholeFilter, Size = 0, Facets = { $"{CatalogueField.Type},count:100" } };
        SearchResults<SearchDocument> found = await OnIndex(() => client.SearchAsync<SearchDocument>("*", options, stop), stop);
        return Facets(found).GetValueOrDefault(CatalogueField.Type) ?? [];
    }

    /// <summary>When the first record was admitted; null in an empty archive.</summary>
    internal async Task<DateTimeOffset?> FirstAdmitted(CancellationToken stop)
    {
        var options = new SearchOptions { Filter = CatalogueQuery.WholeFilter, Size = 1, OrderBy = { CatalogueField.AdmittedAt }, Select = { CatalogueField.AdmittedAt } };
        SearchResults<SearchDocument> found = await OnIndex(() => client.SearchAsync<SearchDocument>("*", options, stop), stop);
        return found.GetResults().Select(one => one.Document.GetDateTimeOffset(CatalogueField.AdmittedAt)).FirstOrDefault();
    }

    /// <summary>Agency and size of each record admitted from one moment to before another, whoever may see it: a thousand to a call.</summary>
    internal async IAsyncEnumerable<(string Agency, long Size)> Admitted(DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var above = ""; ;)
        {
            var options = new SearchOptions
            {
                Filter = $"{CatalogueQuery.WholeFilter} and {CatalogueField.AdmittedAt} ge {Moment(from)} and {CatalogueField.AdmittedAt} lt {Moment(until)} and {CatalogueField.Id} gt '{above}'",
                Size = MostDocuments,
                OrderBy = { CatalogueField.Id },
                Select = { CatalogueField.Id, CatalogueField.Agency, CatalogueField.Size },
            };
            SearchResults<SearchDocument> found = await OnIndex(() => client.SearchAsync<SearchDocument>("*", options, stop), stop);
            var page = found.GetResults().Select(one => one.Document).ToList();
            foreach (var document in page)
                yield return (document.GetString(CatalogueField.Agency), document.GetInt64(CatalogueField.Size) ?? 0);
            if (page.Count < MostDocuments)
                yield break;
            above = page[^1].GetString(CatalogueField.Id);
        }

        static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>The same page with nothing but the records' fields: no facets, no snippets, and not the texts those are cut from.</summary>
    internal async Task<CataloguePage> List(CatalogueQuery query, CancellationToken stop) => await Page(query, Options(query, withText: false), stop);

    private async Task<CataloguePage> Page(CatalogueQuery query, SearchOptions options, CancellationToken stop)
    {
        SearchResults<SearchDocument> results = await OnIndex(() => client.SearchAsync<SearchDocument>(query.Search, options, stop), stop);
        var items = results.GetResults().Select(CatalogueHit.Of).ToList();
        return new CataloguePage(results.TotalCount ?? items.Count, Facets(results), items);
    }

    private static SearchOptions Options(CatalogueQuery query, bool withText)
    {
        var options = new SearchOptions
        {
            QueryType = SearchQueryType.Full,
            SearchMode = SearchMode.Any,
            Filter = query.Filter,
            Size = query.Size,
            Skip = query.Skip,
            IncludeTotalCount = true,
        };
        query.OrderBy.ToList().ForEach(options.OrderBy.Add);
        CatalogueHit.Fields(withText).ToList().ForEach(options.Select.Add);
        return options;
    }

    private static Dictionary<string, IReadOnlyList<FacetCount>> Facets(SearchResults<SearchDocument> results) => results.Facets?.ToDictionary(
        facet => facet.Key,
        IReadOnlyList<FacetCount> (facet) => [.. facet.Value.Select(counted => new FacetCount(FormattableString.Invariant($"{counted.Value}"), counted.Count ?? 0))]) ?? [];

    private static IEnumerable<IndexDocumentsBatch<SearchDocument>> Batches(IEnumerable<CatalogueChange> changes)
    {
        var batch = new List<IndexDocumentsAction<SearchDocument>>();
        var bytes = 0L;
        foreach (var action in changes.SelectMany(Actions))
        {
            var more = CatalogueDocument.MostBytes(action.Document);
            if (batch.Count == MostDocuments || (batch.Count > 0 && bytes + more > MostBytes))
            {
                yield return IndexDocumentsBatch.Create([.. batch]);
                batch.Clear();
                bytes = 0;
            }

            batch.Add(action);
            bytes += more;
        }

        if (batch.Count > 0)
            yield return IndexDocumentsBatch.Create([.. batch]);
    }

    /// <summary>Each sight is written or taken out, so that one a record no longer has does not stay.</summary>
    private static IEnumerable<IndexDocumentsAction<SearchDocument>> Actions(CatalogueChange change) =>
        from sight in CatalogueKey.Sights
        let entry = change.Entries.FirstOrDefault(one => one.Sight == sight)
        select entry is null ? CatalogueDocument.Removal(change.Id, sight) : IndexDocumentsAction.Upload(CatalogueDocument.Of(entry));

    private static string? Above(RecordId? above) => above is { } from ? CatalogueKey.Above(from) : null;

    private async Task<IReadOnlyList<RecordId>> Ids(string?[] bounds, int most, CancellationToken stop)
    {
        var filter = string.Join(" and ", bounds.OfType<string>());
        var options = new SearchOptions { Filter = filter.Length > 0 ? filter : null, Size = most, OrderBy = { CatalogueField.Id }, Select = { CatalogueField.Id } };
        SearchResults<SearchDocument> results = await OnIndex(() => client.SearchAsync<SearchDocument>("*", options, stop), stop);
        return [.. results.GetResults().Select(found => CatalogueKey.RecordOf(found.Document.GetString(CatalogueField.Id)))];
    }

    private async Task<T> OnIndex<T>(Func<Task<T>> call, CancellationToken stop)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await EnsureAsync(stop);
            return await call();
        }
    }
}
