using System.Globalization;
using Archive.Description;
using Archive.Packages.Rules;

namespace Archive.Packages.Submitting;

/// <summary>The rows of a table as documents of a submission.</summary>
internal static class DocumentRows
{
    /// <summary>The documents, in the order of the rows; mistakes are added to those there are.</summary>
    public static IReadOnlyList<SubmittedDocument> Read(SheetTable table, string fileCode, IReadOnlyDictionary<string, string> dossier, List<SheetMistake> mistakes)
    {
        var documents = new List<SubmittedDocument>(table.Rows.Count);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, cells) in table.Rows)
        {
            var document = Read(table, place, cells, documents.Count + 1, fileCode, dossier, mistakes);
            if (!names.TryAdd(document.Name, place))
                mistakes.Add(new SheetMistake(place, Field.DocId, $"the file would be called {document.Name}, as that of {names[document.Name]}."));
            documents.Add(document);
        }

        return documents;
    }

    private static SubmittedDocument Read(
        SheetTable table, string place, IReadOnlyDictionary<string, string> cells, int ordinal, string fileCode, IReadOnlyDictionary<string, string> dossier, List<SheetMistake> mistakes)
    {
        var kind = cells.ContainsKey(Field.TypePic) ? PackagedKind.Photo : cells.ContainsKey(Field.TypeMedia) ? PackagedKind.Media : PackagedKind.Document;
        var form = DescriptionForm.Of(SubmissionForm.KindOf(kind));
        var said = cells.Where(cell => cell.Key != SheetColumns.File).ToDictionary(StringComparer.Ordinal);
        foreach (var field in DescriptionForm.FromDossier.Where(field => form.Any(rule => rule.Name == field)))
        {
            if (dossier.TryGetValue(field, out var value))
                said.TryAdd(field, value);
        }

        var code = string.Create(CultureInfo.InvariantCulture, $"{fileCode}.{ordinal:D7}");
        said.TryAdd(Field.DocCode, code);
        if (kind == PackagedKind.Document)
            said.TryAdd(Field.DocId, string.Create(CultureInfo.InvariantCulture, $"{fileCode}.{ordinal}"));
        var fields = FieldCells.Written(SubmissionForm.KindOf(kind), said, field => !cells.ContainsKey(field) && table.Dossier.TryGetValue(field, out var told) ? told.Place : place, mistakes);
        if (fields.TryGetValue(Field.DocCode, out var given) && given != code)
            mistakes.Add(new SheetMistake(place, Field.DocCode, $"'{given}' is not the dossier's code and the row's ordinal, {code}."));

        var name = fields.GetValueOrDefault(Field.DocId) ?? string.Create(CultureInfo.InvariantCulture, $"{fileCode}.{ordinal}");
        if (!PackageNames.IsSafe(name))
            mistakes.Add(new SheetMistake(place, Field.DocId, $"'{name}' cannot be a file's name: letters, digits, dots, hyphens and underscores."));
        var source = cells.GetValueOrDefault(SheetColumns.File, "");
        if (source.Length == 0)
            mistakes.Add(new SheetMistake(place, SheetColumns.File, "no file is named."));
        return new SubmittedDocument(kind, place, source, $"{name}.{Ending(source)}", fields);
    }

    private static string Ending(string source)
    {
        var ending = Path.GetExtension(source).TrimStart('.').ToLowerInvariant();
        return ending.Length is > 0 and <= 10 && ending.All(char.IsAsciiLetterOrDigit) ? ending : "bin";
    }
}
