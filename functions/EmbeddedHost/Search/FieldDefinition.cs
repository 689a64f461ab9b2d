using System.Text.Json;
using System.Text.RegularExpressions;

namespace EmbeddedHost.Search;

/// <summary>The primitive types played here.</summary>
internal enum FieldType
{
    Text,
    Int32,
    Int64,
    Double,
    Boolean,
    Date,
}

/// <summary>A field of an index, with the service's defaults filled in.</summary>
internal sealed partial record FieldDefinition(string Name, FieldType Type, bool IsCollection)
{
    private static readonly Dictionary<string, FieldType> Types = new(StringComparer.Ordinal)
    {
        ["Edm.String"] = FieldType.Text,
        ["Edm.Int32"] = FieldType.Int32,
        ["Edm.Int64"] = FieldType.Int64,
        ["Edm.Double"] = FieldType.Double,
        ["Edm.Boolean"] = FieldType.Boolean,
        ["Edm.DateTimeOffset"] = FieldType.Date,
    };

    public bool IsKey { get; private init; }

    public bool IsRetrievable { get; private init; }

    public bool IsSearchable { get; private init; }

    public bool IsFilterable { get; private init; }

    public bool IsSortable { get; private init; }

    public bool IsFacetable { get; private init; }

    public string? IndexAnalyzer { get; private init; }

    public string? QueryAnalyzer { get; private init; }

    /// <summary>Names of the Lucene fields beside the analysed text; <c>$</c> cannot stand in a field name, so none can clash.</summary>
    public string ExactName => "f$" + Name;

    public string SortName => "s$" + Name;

    public string FacetName => "d$" + Name;

    /// <summary>The type as the service writes it.</summary>
    public string EdmName => IsCollection ? $"Collection({ElementName})" : ElementName;

    private string ElementName => Types.First(pair => pair.Value == Type).Key;

    /// <summary>Reads a field; what is absent takes the REST default (on), as the service does.</summary>
    public static FieldDefinition Read(JsonElement json)
    {
        var body = new RequestBody(
            json, "a field definition", "name", "type", "key", "retrievable", "stored", "searchable", "filterable", "sortable", "facetable", "analyzer", "searchAnalyzer", "indexAnalyzer");
        var (type, isCollection) = ReadType(body.Required("type"));
        var isText = type == FieldType.Text;
        if (body.Flag("stored") == false)
            throw Refusal.NotPlayed("'stored': false in a field definition");

        return new FieldDefinition(body.Required("name"), type, isCollection)
        {
            IsKey = body.Flag("key") ?? false,
            IsRetrievable = body.Flag("retrievable") ?? true,
            IsSearchable = body.Flag("searchable") ?? isText,
            IsFilterable = body.Flag("filterable") ?? true,
            IsSortable = body.Flag("sortable") ?? !isCollection,
            IsFacetable = body.Flag("facetable") ?? true,
            IndexAnalyzer = body.Text("analyzer") ?? body.Text("indexAnalyzer"),
            QueryAnalyzer = body.Text("analyzer") ?? body.Text("searchAnalyzer"),
        }.Checked();
    }

    [GeneratedRegex(@"^Collection\((.+)\)$")]
    private static partial Regex CollectionType();

    [GeneratedRegex("^(?!azureSearch)[A-Za-z][A-Za-z0-9_]{0,127}$")]
    private static partial Regex FieldName();

    private static (FieldType Type, bool IsCollection) ReadType(string name)
    {
        var collection = CollectionType().Match(name);
        return Types.TryGetValue(collection.Success ? collection.Groups[1].Value : name, out var type)
            ? (type, collection.Success)
            : throw Refusal.NotPlayed($"The field type '{name}'");
    }

    private FieldDefinition Checked()
    {
        if (!FieldName().IsMatch(Name))
            throw Refusal.Invalid($"'{Name}' is not a valid field name: letters, digits and underscores, starting with a letter, at most 128.");
        if (IsKey && (Type != FieldType.Text || IsCollection || !IsRetrievable))
            throw Refusal.Invalid($"The key field '{Name}' must be a retrievable Edm.String.");
        if (IsSearchable && Type != FieldType.Text)
            throw Refusal.Invalid($"The field '{Name}' of type '{EdmName}' cannot be searchable.");
        if (IsSortable && IsCollection)
            throw Refusal.Invalid($"The collection field '{Name}' cannot be sortable.");
        if ((IndexAnalyzer is null) != (QueryAnalyzer is null))
            throw Refusal.Invalid($"The field '{Name}' must set 'indexAnalyzer' and 'searchAnalyzer' together.");
        if (IndexAnalyzer is not null && !IsSearchable)
            throw Refusal.Invalid($"The field '{Name}' has an analyzer but is not searchable.");
        Analysis.Demand(IndexAnalyzer, Name);
        Analysis.Demand(QueryAnalyzer, Name);
        return this;
    }
}
