using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary><c>$orderby</c>: sortable fields and the score. Documents without a value come first in ascending order and last in descending.</summary>
internal static class Ordering
{
    private const int MostClauses = 32;

    /// <summary>Reads the clauses; null without any, which is by score.</summary>
    public static Sort? Read(IndexDefinition index, IReadOnlyList<string> clauses)
    {
        if (clauses.Count > MostClauses)
            throw Refusal.Invalid($"At most {MostClauses} clauses are allowed in $orderby.");
        return clauses.Count == 0 ? null : new Sort([.. clauses.Select(clause => Read(index, clause))]);
    }

    private static SortField Read(IndexDefinition index, string clause)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var descending = words is [_, "desc"];
        if (!descending && words is not ([_] or [_, "asc"]))
            throw Refusal.Invalid($"Invalid expression in $orderby: Syntax error in '{clause}'.");
        if (words[0] == "search.score()")
            return new SortField(null, SortFieldType.SCORE, reverse: !descending);
        if (words[0].Contains('(', StringComparison.Ordinal))
            throw Refusal.NotPlayed($"'{words[0]}' in $orderby");
        return Of(index.Demand(words[0], "$orderby", field => field.IsSortable, "sortable"), descending);
    }

    private static SortField Of(FieldDefinition field, bool descending) => field.Type switch
    {
        FieldType.Text => new(field.SortName, SortFieldType.STRING, descending),
        FieldType.Double => WithMissing(new(field.SortName, SortFieldType.DOUBLE, descending), J2N.Numerics.Double.GetInstance(double.NegativeInfinity)),
        _ => WithMissing(new(field.SortName, SortFieldType.INT64, descending), J2N.Numerics.Int64.GetInstance(long.MinValue)),
    };

    private static SortField WithMissing(SortField field, object value)
    {
        field.SetMissingValue(value);
        return field;
    }
}
