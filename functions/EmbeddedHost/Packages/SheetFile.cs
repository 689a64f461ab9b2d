using System.Globalization;
using Archive.Packages.Submitting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmbeddedHost.Packages;

/// <summary>Reads a table from its file: CSV, or the sheets of a workbook one after another. A workbook's dates are numbers: their formats tell.</summary>
internal static class SheetFile
{
    private const long Largest = 64 << 20;

    /// <exception cref="InvalidDataException">It is no table.</exception>
    public static async Task<IReadOnlyList<SheetRow>> ReadAsync(string path, CancellationToken stop)
    {
        if (new FileInfo(path) is { Exists: true, Length: > Largest })
            throw new InvalidDataException($"{path} is larger than {Largest >> 20} MB.");
        if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return Workbook(path);
        return CsvSheet.Decode(await File.ReadAllBytesAsync(path, stop)) is { } text ? CsvSheet.Read(text)
            : throw new InvalidDataException($"{path} is not UTF-8: save it as 'CSV UTF-8'.");
    }

    private static List<SheetRow> Workbook(string path)
    {
        try
        {
            using var workbook = SpreadsheetDocument.Open(path, isEditable: false);
            var main = workbook.WorkbookPart ?? throw new InvalidDataException($"{path} is no workbook.");
            var cells = new WorkbookCells(main);
            return
            [
                .. from sheet in main.Workbook?.Sheets?.Elements<Sheet>() ?? []
                   where sheet.State is null || sheet.State == SheetStateValues.Visible
                   from row in ((WorksheetPart)main.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Row>()
                   select new SheetRow(string.Create(CultureInfo.InvariantCulture, $"{sheet.Name} row {row.RowIndex?.Value}"), cells.Of(row)),
            ];
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or InvalidCastException or ArgumentOutOfRangeException or FormatException)
        {
            throw new InvalidDataException($"{path} is no workbook that can be read: {e.Message}", e);
        }
    }
}
