using Archive.Catalogue;
using Azure.Search.Documents.Indexes.Models;

namespace ArchiveFunctions.Catalogue;

/// <summary>
/// The index as the service is told of it. The service cannot change a field once it is made: another shape is another name
/// (<c>records-v2</c>), rebuilt from the tables while the old one answers. A field may be added; documents have it once the catalogue is rebuilt.
/// </summary>
internal static class CatalogueDefinition
{
    public const string Name = "records-v1";
    public const string Suggester = "titles";

    /// <summary>There is no vi.lucene; this one parts words as Vietnamese does and leaves their accents.</summary>
    private static readonly LexicalAnalyzerName Accented = LexicalAnalyzerName.ViMicrosoft;

    /// <summary>Folded text has no accents left to analyse, and only a standard or language analyser may feed a suggester.</summary>
    private static readonly LexicalAnalyzerName Folded = LexicalAnalyzerName.StandardLucene;

    public static SearchIndex Create() => new(Name)
    {
        Fields =
        {
            new SearchField(CatalogueField.Id, SearchFieldDataType.String) { IsKey = true, IsFilterable = true, IsSortable = true, IsSearchable = false, IsFacetable = false },
            Value(CatalogueField.Version, SearchFieldDataType.Int32),
            Words(CatalogueField.Title, Accented),
            Words(CatalogueField.TitleFolded, Folded),
            Words(CatalogueField.Text, Accented),
            Words(CatalogueField.TextFolded, Folded),
            Words(CatalogueField.Details, Accented),
            Words(CatalogueField.DetailsFolded, Folded),
            Words(CatalogueField.Keys, LexicalAnalyzerName.Keyword, SearchFieldDataType.Collection(SearchFieldDataType.String)),
            Value(CatalogueField.Number, SearchFieldDataType.String),
            Value(CatalogueField.Notation, SearchFieldDataType.String),
            Value(CatalogueField.Type, SearchFieldDataType.String, filter: true, facet: true),
            Value(CatalogueField.Issuer, SearchFieldDataType.String, facet: true),
            Words(CatalogueField.IssuerFolded, Folded, filter: true),
            Value(CatalogueField.Agency, SearchFieldDataType.String, filter: true, facet: true),
            Value(CatalogueField.FileCode, SearchFieldDataType.String, filter: true),
            Value(CatalogueField.AlsoIn, SearchFieldDataType.Collection(SearchFieldDataType.String), filter: true),
            Value(CatalogueField.Year, SearchFieldDataType.Int32, filter: true, facet: true),
            Value(CatalogueField.IssuedOn, SearchFieldDataType.String),
            Value(CatalogueField.IssuedFrom, SearchFieldDataType.DateTimeOffset, filter: true, sort: true),
            Value(CatalogueField.IssuedTo, SearchFieldDataType.DateTimeOffset, filter: true),
            Value(CatalogueField.Access, SearchFieldDataType.String, filter: true, facet: true),
            Value(CatalogueField.Custody, SearchFieldDataType.String, filter: true, facet: true),
            Value(CatalogueField.Readers, SearchFieldDataType.Collection(SearchFieldDataType.String), filter: true),
            Value(CatalogueField.AdmittedAt, SearchFieldDataType.DateTimeOffset, filter: true, sort: true),
            Value(CatalogueField.Size, SearchFieldDataType.Int64),
            Value(CatalogueField.Doubts, SearchFieldDataType.Collection(SearchFieldDataType.String), filter: true, facet: true),
        },
        Suggesters = { new SearchSuggester(Suggester, CatalogueField.TitleFolded) },
    };

    private static SearchField Words(string name, LexicalAnalyzerName analyzer, SearchFieldDataType? type = null, bool filter = false) => new(name, type ?? SearchFieldDataType.String)
    {
        IsSearchable = true,
        AnalyzerName = analyzer,
        IsFilterable = filter,
        IsSortable = false,
        IsFacetable = false,
    };

    private static SearchField Value(string name, SearchFieldDataType type, bool filter = false, bool facet = false, bool sort = false) => new(name, type)
    {
        IsSearchable = false,
        IsFilterable = filter,
        IsFacetable = facet,
        IsSortable = sort,
    };
}
