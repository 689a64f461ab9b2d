using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmbeddedHost.Search;

/// <summary>Which fields of a document are answered: the selected ones, or all that are retrievable. A field without a value is answered as null, a collection as empty.</summary>
internal sealed class Selection
{
    private readonly IReadOnlyList<FieldDefinition> fields;

    private Selection(IReadOnlyList<FieldDefinition> fields) => this.fields = fields;

    /// <summary>Reads a selection; none means all.</summary>
    public static Selection Read(IndexDefinition index, IReadOnlyList<string> names) => names.Count == 0 || names.Contains("*")
        ? new([.. index.Fields.Where(field => field.IsRetrievable)])
        : Of([.. names.Distinct().Select(name => index.Demand(name, "$select", field => field.IsRetrievable, "retrievable"))]);

    /// <summary>Just these.</summary>
    public static Selection Of(IReadOnlyList<FieldDefinition> fields) => new(fields);

    /// <summary>Writes the members of a document into an open object.</summary>
    public void Write(Utf8JsonWriter json, JsonObject document)
    {
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            if (document[field.Name] is { } value)
                value.WriteTo(json);
            else if (field.IsCollection)
                json.WriteRawValue("[]"u8);
            else
                json.WriteNullValue();
        }
    }
}
