using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.Records;
using Azure.Search.Documents.Models;

namespace ArchiveFunctions.Catalogue;

/// <summary>How many of the records found share a value.</summary>
public sealed record FacetCount(string Value, long Count);

/// <summary>A record found: whole, or as much of it as is disclosed.</summary>
/// <param name="Title">Null where it is not disclosed.</param>
/// <param name="Disclosed"><c>described</c> or <c>stub</c> where it is less than the whole, else null.</param>
public sealed record CatalogueHit(
    string Id,
    string? Title,
    string? Type,
    string? Number,
    string? Notation,
    string? IssuedOn,
    string? Issuer,
    string Agency,
    string Custody,
    string Access,
    string? Disclosed,
    string? Snippet)
{
    /// <summary>The fields a hit is made of; the text only where a fragment found in the folded copy has to be shown as written.</summary>
    public static IEnumerable<string> Fields(bool withText) =>
    [
        CatalogueField.Id, CatalogueField.Title, CatalogueField.Type, CatalogueField.Number, CatalogueField.Notation, CatalogueField.IssuedOn,
        CatalogueField.Issuer, CatalogueField.Agency, CatalogueField.Custody, CatalogueField.Access, .. withText ? [CatalogueField.Text] : Array.Empty<string>(),
    ];

    public static CatalogueHit Of(SearchResult<SearchDocument> found) => Of(found, found.Document.GetString(CatalogueField.Id));

    private static CatalogueHit Of(SearchResult<SearchDocument> found, string key) => new(
        CatalogueKey.RecordOf(key).Value,
        found.Document.GetString(CatalogueField.Title) is { Length: > 0 } title ? title : null,
        found.Document.GetString(CatalogueField.Type),
        found.Document.GetString(CatalogueField.Number),
        found.Document.GetString(CatalogueField.Notation),
        found.Document.GetString(CatalogueField.IssuedOn),
        found.Document.GetString(CatalogueField.Issuer),
        found.Document.GetString(CatalogueField.Agency),
        found.Document.GetString(CatalogueField.Custody),
        found.Document.GetString(CatalogueField.Access),
        Codes.Of(CatalogueKey.SightOf(key)),
        CatalogueKey.SightOf(key) == Sight.Whole ? Catalogue.Snippet.Of(found) : null);
}

/// <summary>A page of records found.</summary>
public sealed record CataloguePage(long Count, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, IReadOnlyList<CatalogueHit> Items)
{
    /// <summary>Whether any record found or counted, on this page or another, is not anybody's to see.</summary>
    public bool HasRestricted =>
        Items.Any(hit => hit.Access != Codes.Of(AccessMode.Public)) || Facets.GetValueOrDefault("access", []).Any(count => count.Value != Codes.Of(AccessMode.Public) && count.Count > 0);
}
