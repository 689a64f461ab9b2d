using Archive.Catalogue;
using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>A record as it is cited: issuer, type with number and notation, date, title and the id by which it is found again. What is not known is left out.</summary>
internal static class Citation
{
    /// <summary>The citation's parts, each plain text on one line.</summary>
    public static IEnumerable<Quotation> Of(ArchiveRecord record, PageWords words)
    {
        string? Said(string field) => record.Description.Value(field) is { Length: > 0 } value ? value : null;
        var type = Said(Field.TypeName) is { } code ? SearchView.TypeName(code, words) : null;
        var number = Dates.Number(Said(Field.CodeNumber), Said(Field.CodeNotation));
        var document = new Quotation(number ?? type, string.Join(' ', new[] { type, number }.OfType<string>()));
        var date = PartialDate.TryParse(Said(Field.IssuedDate), out var issued) ? Dates.Spoken(VietnamTime.Iso(issued)) : null;
        Quotation[] parts = [Said(Field.OrganName), document, date, RecordView.TitleOf(record), $"{words["site.name"]}, {record.Id}"];
        return parts.Where(part => part.Words.Length > 0).Select(part => new Quotation(part.Text?.ReplaceLineEndings(" "), part.In?.ReplaceLineEndings(" ")));
    }
}
