using System.Globalization;
using System.Text.Json;

namespace EmbeddedHost.Search;

/// <summary>A counted value of a facet; <paramref name="Value"/> is in the canonical text of its type.</summary>
internal sealed record FacetCount(string Value, int Count);

/// <summary>A facet asked for: <c>field[,count:n][,sort:count|-count|value|-value]</c>.</summary>
internal sealed record FacetRequest(FieldDefinition Field, int Count, string Sort)
{
    private const int DefaultCount = 10;

    /// <summary>Reads a facet expression.</summary>
    public static FacetRequest Read(IndexDefinition index, string expression)
    {
        var parts = expression.Split(',', StringSplitOptions.TrimEntries);
        var facet = new FacetRequest(index.Demand(parts[0], "facets", field => field.IsFacetable, "facetable"), DefaultCount, "count");
        return parts.Skip(1).Aggregate(facet, (read, part) => read.With(part));
    }

    /// <summary>The counted values in the asked-for order. Equal counts are ordered by value, so that a page of facets is always the same.</summary>
    public IEnumerable<FacetCount> Ordered(IReadOnlyDictionary<string, int> counts)
    {
        var byValue = counts.Select(pair => new FacetCount(pair.Key, pair.Value)).Order(Comparer<FacetCount>.Create((one, other) => CompareValues(one.Value, other.Value)));
        var ordered = Sort switch
        {
            "count" => byValue.OrderByDescending(facet => facet.Count),
            "-count" => byValue.OrderBy(facet => facet.Count),
            "-value" => byValue.Reverse(),
            _ => byValue.AsEnumerable(),
        };
        return ordered.Take(Count);
    }

    /// <summary>Writes a value in its JSON type.</summary>
    public void WriteValue(Utf8JsonWriter json, string value)
    {
        if (Field.Type is FieldType.Text or FieldType.Date)
            json.WriteStringValue(value);
        else
            json.WriteRawValue(value);
    }

    private FacetRequest With(string part)
    {
        var (name, value) = part.Split(':', 2) is [var left, var right] ? (left, right) : (part, "");
        return name switch
        {
            "count" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 => this with { Count = count },
            "sort" when value is "count" or "-count" or "value" or "-value" => this with { Sort = value },
            "count" or "sort" => throw Refusal.Invalid($"Invalid facet expression '{Field.Name},{part}'."),
            _ => throw Refusal.NotPlayed($"'{name}' in the facet '{Field.Name}'"),
        };
    }

    private int CompareValues(string one, string other) => Field.Type is FieldType.Text or FieldType.Date or FieldType.Boolean
        ? string.CompareOrdinal(one, other)
        : double.Parse(one, CultureInfo.InvariantCulture).CompareTo(double.Parse(other, CultureInfo.InvariantCulture));
}
