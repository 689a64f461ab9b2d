using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace EmbeddedHost.Search;

/// <summary>A filter as Lucene runs it. A comparison is never true for a document without a value, except <c>ne</c>, as in the service.</summary>
internal static class FilterQuery
{
    /// <summary>Translates a filter.</summary>
    public static Query Of(FilterExpression expression) => expression switch
    {
        FilterExpression.And(var parts) => Combined(parts, Occur.MUST),
        FilterExpression.Or(var parts) => Combined(parts, Occur.SHOULD),
        FilterExpression.Not(var part) => AllBut(Of(part)),
        FilterExpression.Always(var value) => value ? new MatchAllDocsQuery() : new BooleanQuery(),
        FilterExpression.Present(var field) => new TermQuery(DocumentMapping.HasValue(field)),
        FilterExpression.In(var field, var values) => OneOf(field, values),
        FilterExpression.Compare(var field, Comparison.NotEqual, var value) => AllBut(Compared(field, Comparison.Equal, value!)),
        FilterExpression.Compare(var field, var by, var value) => Compared(field, by, value!),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is no filter."),
    };

    private static BooleanQuery Combined(IReadOnlyList<FilterExpression> parts, Occur occur)
    {
        var combined = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
            combined.Add(Of(part), occur);
        return combined;
    }

    private static BooleanQuery AllBut(Query excluded) => new(disableCoord: true)
    {
        { new MatchAllDocsQuery(), Occur.MUST },
        { excluded, Occur.MUST_NOT },
    };

    private static Query OneOf(FieldDefinition field, IReadOnlyList<string> values) =>
        values.Count == 0 ? new BooleanQuery() : new ConstantScoreQuery(new TermsFilter([.. values.Select(value => new Term(field.ExactName, value))]));

    private static Query Compared(FieldDefinition field, Comparison by, object value)
    {
        if (by == Comparison.Equal && value is string or bool)
            return new TermQuery(new Term(field.ExactName, DocumentMapping.FacetText(field.Type, value)));
        var isLower = by is Comparison.Greater or Comparison.GreaterOrEqual or Comparison.Equal;
        var isUpper = by is Comparison.Less or Comparison.LessOrEqual or Comparison.Equal;
        var inclusive = by is not (Comparison.Greater or Comparison.Less);
        return value switch
        {
            long number => NumericRangeQuery.NewInt64Range(field.ExactName, isLower ? number : null, isUpper ? number : null, inclusive, inclusive),
            double number => NumericRangeQuery.NewDoubleRange(field.ExactName, isLower ? number : null, isUpper ? number : null, inclusive, inclusive),
            _ => new TermRangeQuery(field.ExactName, isLower ? new BytesRef((string)value) : null, isUpper ? new BytesRef((string)value) : null, inclusive, inclusive),
        };
    }
}
