using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Export;

/// <summary>A record of an exported list, in words: for people and their spreadsheets. Programs that need codes have the API.</summary>
/// <param name="Id">The record.</param>
/// <param name="Title">Trích yếu, or the file's name.</param>
/// <param name="Type">The document type's name.</param>
/// <param name="Number">Số.</param>
/// <param name="Notation">Ký hiệu.</param>
/// <param name="IssuedOn">ISO 8601, possibly without day or month.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Agency">The depositing agency's name.</param>
/// <param name="Custody">Which archive answers for it.</param>
/// <param name="Access">Mức độ tiếp cận.</param>
/// <param name="Address">The record's page, whole, so that it can be opened from the file.</param>
internal sealed record ListedRecord(
    string Id, string Title, string? Type, string? Number, string? Notation, string? IssuedOn, string? Issuer, string Agency, string Custody, string Access, string Address)
{
    /// <summary>What the columns are called, in the order of <see cref="Values"/>.</summary>
    public static IEnumerable<string> Columns(PageWords words) =>
    [
        words["record.address"], words["field.subject"], words["search.type"], words["field.codeNumber"], words["field.codeNotation"], words["field.issuedDate"],
        words["search.issuer"], words["search.agency"], words["search.custody"], words["search.access"], words["export.page"],
    ];

    /// <summary>The values, in the order of the columns.</summary>
    public IReadOnlyList<string?> Values => [Id, Title, Type, Number, Notation, IssuedOn, Issuer, Agency, Custody, Access, Address];

    /// <summary>The line of a record found.</summary>
    /// <param name="hit">The record.</param>
    /// <param name="agencies">All agencies, for their names.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="site">Scheme and host the reader knows the archive by.</param>
    public static ListedRecord Of(CatalogueHit hit, IReadOnlyDictionary<AgencyCode, Agency> agencies, PageWords words, string site) => new(
        hit.Id,
        hit.Title ?? words["disclosure.title"],
        hit.Type is { } type ? SearchView.TypeName(type, words) : null,
        hit.Number,
        hit.Notation,
        hit.IssuedOn,
        hit.Issuer,
        AgencyCode.TryParse(hit.Agency, out var code) ? agencies.NameOf(code, words.Language) : hit.Agency,
        words.OfCode("custody", hit.Custody),
        words.OfCode("access", hit.Access),
        $"{site}/reading-room/records/{hit.Id}");
}
