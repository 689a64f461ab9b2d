using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace EmbeddedHost.Search;

/// <summary>
/// Counts the values of one facet over every document found. Counted by ordinal within a segment, turned into text once per segment and value:
/// a value found a million times is read once.
/// </summary>
internal sealed class FacetCounting(FacetRequest request) : ICollector
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private SortedSetDocValues? values;
    private int[] byOrdinal = [];

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>What was counted; to be read when the search has ended.</summary>
    public IEnumerable<FacetCount> Result
    {
        get
        {
            CloseSegment();
            return request.Ordered(counts);
        }
    }

    /// <summary>The facet counted.</summary>
    public FacetRequest Request => request;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
        // A facet counts documents; their scores are no matter.
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        CloseSegment();
        values = context.AtomicReader.GetSortedSetDocValues(request.Field.FacetName);
        byOrdinal = values is null ? [] : new int[values.ValueCount];
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        if (values is null)
            return;
        values.SetDocument(doc);
        for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            byOrdinal[ordinal]++;
    }

    private void CloseSegment()
    {
        var text = new BytesRef();
        for (var ordinal = 0; ordinal < byOrdinal.Length; ordinal++)
        {
            if (byOrdinal[ordinal] == 0)
                continue;
            values!.LookupOrd(ordinal, text);
            var value = text.Utf8ToString();
            counts[value] = counts.GetValueOrDefault(value) + byOrdinal[ordinal];
        }

        byOrdinal = [];
    }
}
