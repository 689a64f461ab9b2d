using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace EmbeddedHost.Search;

/// <summary>
/// A document as Lucene keeps it: its canonical JSON, stored once, and for each ability of a field a Lucene field of its own
/// (analysed text under the field's name; exact values to filter, doc values to sort, doc values to count).
/// </summary>
internal static class DocumentMapping
{
    private const string Source = "_src";
    private const string Key = "_key";

    /// <summary>Names of the fields that have a value, so that <c>ne null</c> is one term.</summary>
    private const string Present = "_has";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = SearchAnswer.Writing.Encoder };

    /// <summary>The term that identifies a document.</summary>
    public static Term Identity(string key) => new(Key, key);

    /// <summary>The term all documents with a value in the field have.</summary>
    public static Term HasValue(FieldDefinition field) => new(Present, field.Name);

    /// <summary>The stored document with that key, or null.</summary>
    public static JsonObject? Find(IndexSearcher searcher, string key)
    {
        var found = searcher.Search(new TermQuery(Identity(key)), 1).ScoreDocs;
        return found.Length == 0 ? null : Load(searcher, found[0].Doc);
    }

    /// <summary>The stored document.</summary>
    public static JsonObject Load(IndexSearcher searcher, int document)
    {
        var bytes = searcher.Doc(document, Sources).GetBinaryValue(Source);
        return JsonNode.Parse(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length))!.AsObject();
    }

    /// <summary>Maps a canonical document.</summary>
    public static Document Map(IndexDefinition index, string key, JsonObject document)
    {
        var mapped = new Document
        {
            new StringField(Key, key, Field.Store.NO),
            new StoredField(Source, JsonSerializer.SerializeToUtf8Bytes(document, Compact)),
        };
        foreach (var field in index.Fields)
        {
            var values = FieldValues.Of(field, document[field.Name]).ToList();
            if (values.Count > 0)
                mapped.Add(new StringField(Present, field.Name, Field.Store.NO));
            foreach (var value in values)
                Add(mapped, field, value);
        }

        return mapped;
    }

    /// <summary>How a value to be counted is written; the same text is the facet's value in JSON, but for the quotes.</summary>
    public static string FacetText(FieldType type, object value) => (type, value) switch
    {
        (FieldType.Date, long ticks) => FieldValues.Write(new DateTime(ticks, DateTimeKind.Utc)),
        (_, bool truth) => truth ? "true" : "false",
        (_, double number) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static readonly HashSet<string> Sources = [Source];

    private static void Add(Document mapped, FieldDefinition field, object value)
    {
        if (field.IsSearchable)
            mapped.Add(new TextField(field.Name, (string)value, Field.Store.NO));
        if (field.IsFilterable)
            mapped.Add(Exact(field.ExactName, value));
        if (field.IsSortable)
            mapped.Add(Sortable(field.SortName, value));
        if (field.IsFacetable)
            mapped.Add(new SortedSetDocValuesField(field.FacetName, new BytesRef(FacetText(field.Type, value))));
    }

    private static Field Exact(string name, object value) => value switch
    {
        long number => new Int64Field(name, number, Field.Store.NO),
        double number => new DoubleField(name, number, Field.Store.NO),
        bool truth => new StringField(name, truth ? "true" : "false", Field.Store.NO),
        _ => new StringField(name, (string)value, Field.Store.NO),
    };

    private static Field Sortable(string name, object value) => value switch
    {
        long number => new NumericDocValuesField(name, number),
        double number => new DoubleDocValuesField(name, number),
        bool truth => new NumericDocValuesField(name, truth ? 1 : 0),
        _ => new SortedDocValuesField(name, new BytesRef((string)value)),
    };
}
