using Archive.Catalogue;
using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>A dossier as the API answers it, with a page of its documents.</summary>
internal sealed record DossierBody(string Agency, string FileCode, string Title, IReadOnlyList<DossierFieldBody> Fields, IReadOnlyList<DossierItemBody> Items, string? Continuation)
{
    public static DossierBody Of(OpenedDossier opened, PageWords words) => new(
        opened.Dossier.Agency.Value,
        opened.Dossier.FileCode,
        opened.Dossier.Title,
        [.. opened.Dossier.Fields.Select(field => new DossierFieldBody(field.Key, DossierWords.Label(field.Key, words), field.Value))],
        [.. opened.Documents.Select(DossierItemBody.Of)],
        opened.Next);
}

/// <summary>What is said of a dossier, verbatim, and what that is called.</summary>
internal sealed record DossierFieldBody(string Name, string Label, string Value);

/// <summary>A document of a dossier; without an id it is only named.</summary>
internal sealed record DossierItemBody(
    string? Id, string? Code, string? Title, string? Type, string? Number, string? Notation, string? IssuedOn, string? Issuer, string? Access, string? Disclosed)
{
    public static DossierItemBody Of(DossierDocument document)
    {
        if (document.Opened is not { Record: var record, Sight: var sight })
            return new DossierItemBody(null, document.Member.Code, null, null, null, null, null, null, null, null);

        string? Said(string field) => record.Description.Value(field) is { Length: > 0 } value ? value : null;
        return new DossierItemBody(
            record.Id.Value,
            document.Member.Code,
            RecordView.TitleOf(record),
            Said(Field.TypeName),
            Said(Field.CodeNumber),
            Said(Field.CodeNotation),
            PartialDate.TryParse(Said(Field.IssuedDate), out var issued) ? VietnamTime.Iso(issued) : null,
            Said(Field.OrganName),
            Codes.Of(record.Access),
            sight == Sight.Whole ? null : Codes.Of(sight));
    }
}

/// <summary>What the elements of a dossier's description are called.</summary>
internal static class DossierWords
{
    /// <summary>By its own name as a dossier's, else as a document's; as it is written where it is neither.</summary>
    public static string Label(string element, PageWords words) => words.OfCode("dossier.field", element) is var own && own != element ? own : words.OfCode("field", element);
}
