using Archive.Catalogue;
using Archive.Records;
using Azure.Search.Documents.Models;

namespace ArchiveFunctions.Catalogue;

/// <summary>How many of the records found share a value.</summary>
public sealed record FacetCount(string Value, long Count);

/// <summary>A record found.</summary>
public sealed record CatalogueHit(
    string Id,
    string Title,
    string? Type,
    string? Number,
    string? Notation,
    string? IssuedOn,
    string? Issuer,
    string Agency,
    string Custody,
    string Access,
    string? Snippet)
{
    /// <summary>The fields a hit is made of; the text only where a fragment found in the folded copy has to be shown as written.</summary>
    public static IEnumerable<string> Fields(bool withText) =>
    [
        CatalogueField.Id, CatalogueField.Title, CatalogueField.Type, CatalogueField.Number, CatalogueField.Notation, CatalogueField.IssuedOn,
        CatalogueField.Issuer, CatalogueField.Agency, CatalogueField.Custody, CatalogueField.Access, .. withText ? [CatalogueField.Text] : Array.Empty<string>(),
    ];

    public static CatalogueHit Of(SearchResult<SearchDocument> found) => new(
        found.Document.GetString(CatalogueField.Id),
        found.Document.GetString(CatalogueField.Title),
        found.Document.GetString(CatalogueField.Type),
        found.Document.GetString(CatalogueField.Number),
        found.Document.GetString(CatalogueField.Notation),
        found.Document.GetString(CatalogueField.IssuedOn),
        found.Document.GetString(CatalogueField.Issuer),
        found.Document.GetString(CatalogueField.Agency),
        found.Document.GetString(CatalogueField.Custody),
        found.Document.GetString(CatalogueField.Access),
        Catalogue.Snippet.Of(found));
}

/// <summary>A page of records found.</summary>
public sealed record CataloguePage(long Count, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, IReadOnlyList<CatalogueHit> Items)
{
    /// <summary>Whether any record found or counted, on this page or another, is not anybody's to see.</summary>
    public bool HasRestricted =>
        Items.Any(hit => hit.Access != Codes.Of(AccessMode.Public)) || Facets.GetValueOrDefault("access", []).Any(count => count.Value != Codes.Of(AccessMode.Public) && count.Count > 0);
}
