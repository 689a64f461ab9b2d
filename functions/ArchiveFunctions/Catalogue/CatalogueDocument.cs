using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.Records;
using Azure.Search.Documents.Models;

namespace ArchiveFunctions.Catalogue;

/// <summary>An entry in the words of the search service.</summary>
internal static class CatalogueDocument
{
    public static SearchDocument Of(CatalogueEntry entry) => new()
    {
        [CatalogueField.Id] = CatalogueKey.Of(entry.Id, entry.Sight),
        [CatalogueField.Version] = entry.Version,
        [CatalogueField.Title] = entry.Title,
        [CatalogueField.TitleFolded] = Vietnamese.Fold(entry.Title),
        [CatalogueField.Text] = entry.Text,
        [CatalogueField.TextFolded] = Vietnamese.Fold(entry.Text),
        [CatalogueField.Details] = entry.Details,
        [CatalogueField.DetailsFolded] = Vietnamese.Fold(entry.Details),
        [CatalogueField.Keys] = entry.Keys,
        [CatalogueField.Number] = entry.Number,
        [CatalogueField.Notation] = entry.Notation,
        [CatalogueField.Type] = entry.Type,
        [CatalogueField.Issuer] = entry.Issuer,
        [CatalogueField.IssuerFolded] = entry.Issuer is { } issuer ? Vietnamese.Fold(issuer) : null,
        [CatalogueField.Agency] = entry.Agency.Value,
        [CatalogueField.FileCode] = entry.FileCode,
        [CatalogueField.AlsoIn] = entry.AlsoIn,
        [CatalogueField.Year] = entry.Issued?.Year,
        [CatalogueField.IssuedOn] = entry.Issued is { } issued ? VietnamTime.Iso(issued) : null,
        [CatalogueField.IssuedFrom] = entry.Issued is { } from ? VietnamTime.StartOf(from.Earliest) : null,
        [CatalogueField.IssuedTo] = entry.Issued is { } to ? VietnamTime.EndOf(to.Latest) : null,
        [CatalogueField.Access] = Codes.Of(entry.Access),
        [CatalogueField.Custody] = Codes.Of(entry.Custody),
        [CatalogueField.Readers] = entry.Readers,
        [CatalogueField.AdmittedAt] = entry.AdmittedAt,
        [CatalogueField.Size] = entry.Size,
        [CatalogueField.Doubts] = entry.Doubts,
    };

    /// <summary>Removes one sight of a record; nothing held is as good.</summary>
    public static IndexDocumentsAction<SearchDocument> Removal(RecordId id, Sight sight) => IndexDocumentsAction.Delete(new SearchDocument { [CatalogueField.Id] = CatalogueKey.Of(id, sight) });

    /// <summary>
    /// Bytes a document takes in a call, never too few: the client escapes each accented letter to six.
    /// </summary>
    public static long MostBytes(SearchDocument document) => 1_000 + document.Select(field => field.Value).OfType<string>().Sum(value => 6L * value.Length);
}
