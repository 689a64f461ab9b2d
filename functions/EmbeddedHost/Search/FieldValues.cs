using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmbeddedHost.Search;

/// <summary>Values of fields: checked on the way in, in one canonical form inside, so that what is stored, filtered, sorted and counted is the same.</summary>
internal static class FieldValues
{
    /// <summary>Lucene's limit for one term in UTF-8 bytes, and the service's for filterable, sortable and facetable text.</summary>
    public const int LongestTerm = 32766;

    /// <summary>The value in canonical form: dates in UTC to the millisecond, as the service keeps them. Refuses a value of another type.</summary>
    public static JsonNode? Canonical(FieldDefinition field, JsonElement value)
    {
        if (!field.IsCollection)
            return value.ValueKind == JsonValueKind.Null ? null : Node(Single(field, value));
        return value.ValueKind switch
        {
            JsonValueKind.Null => new JsonArray(),
            JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(item => Node(Single(field, item)))]),
            _ => throw Wrong(field, value),
        };
    }

    /// <summary>The values a canonical node holds: string, long, double, bool; dates as UTC ticks.</summary>
    public static IEnumerable<object> Of(FieldDefinition field, JsonNode? node) => node switch
    {
        null => [],
        JsonArray many => many.Select(item => Read(field.Type, item!)),
        _ => [Read(field.Type, node)],
    };

    /// <summary>Reads a date as OData writes it; an offset is required. Null when it is none.</summary>
    public static DateTime? Date(string text)
    {
        var sound = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && text.Length >= 17 && text[10] == 'T' && (text.EndsWith('Z') || text[^6] is '+' or '-');
        return sound ? new DateTime(date.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc) : null;
    }

    /// <summary>A date as the service writes it.</summary>
    public static string Write(DateTime date) => date.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture);

    private static object Single(FieldDefinition field, JsonElement value)
    {
        object? read = (field.Type, value.ValueKind) switch
        {
            (FieldType.Text, JsonValueKind.String) => Fitting(field, value.GetString()!),
            (FieldType.Int32, JsonValueKind.Number) => value.TryGetInt32(out var number) ? (long)number : null,
            (FieldType.Int64, JsonValueKind.Number) => value.TryGetInt64(out var number) ? number : null,
            (FieldType.Double, JsonValueKind.Number) => value.GetDouble(),
            (FieldType.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
            (FieldType.Date, JsonValueKind.String) => Date(value.GetString()!),
            _ => null,
        };
        return read ?? throw Wrong(field, value);
    }

    private static string Fitting(FieldDefinition field, string text)
    {
        var whole = field.IsKey || field.IsFilterable || field.IsSortable || field.IsFacetable || Analysis.KeepsWhole(field.IndexAnalyzer);
        return whole && Encoding.UTF8.GetByteCount(text) > LongestTerm
            ? throw Refusal.Invalid($"Field '{field.Name}' contains a term that is too large to process. The max length for UTF-8 encoded terms is {LongestTerm} bytes.")
            : text;
    }

    private static JsonValue Node(object value) => value switch
    {
        string text => JsonValue.Create(text),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        bool truth => JsonValue.Create(truth),
        DateTime date => JsonValue.Create(Write(date)),
        _ => throw new InvalidOperationException($"{value.GetType()} is no field value."),
    };

    private static object Read(FieldType type, JsonNode node) => type switch
    {
        FieldType.Text => node.GetValue<string>(),
        FieldType.Double => node.GetValue<double>(),
        FieldType.Boolean => node.GetValue<bool>(),
        FieldType.Date => Date(node.GetValue<string>())!.Value.Ticks,
        _ => node.GetValue<long>(),
    };

    private static Refusal Wrong(FieldDefinition field, JsonElement value)
    {
        var said = value.GetRawText();
        return Refusal.Invalid($"Cannot convert the value {(said.Length > 60 ? said[..60] + "…" : said)} of property '{field.Name}' to the expected type '{field.EdmName}'.");
    }
}
