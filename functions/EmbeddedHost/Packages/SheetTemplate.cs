using System.Text;
using Archive.Packages.Submitting;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmbeddedHost.Packages;

/// <summary>Writes the table to fill in, as CSV or XLSX.</summary>
internal static class SheetTemplate
{
    /// <summary>Writes it. Nothing is written over.</summary>
    /// <returns>The exit code: 0 written, 2 not.</returns>
    public static async Task<int> RunAsync(string path, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            var workbook = path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
            if (!workbook && !path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                throw new IOException("A template is called FILE.csv or FILE.xlsx.");
            await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                if (workbook)
                    Workbook(target);
                else
                    await target.WriteAsync(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv())).ToArray(), stop);
            }

            await output.WriteLineAsync($"Written: {path}");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message);
            return 2;
        }
    }

    /// <summary>With the mark, without which spreadsheets take Vietnamese for another code page.</summary>
    private static string Csv() => string.Concat(SubmissionTemplate.Rows.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n"));

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Workbook(Stream target)
    {
        using var workbook = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var main = workbook.AddWorkbookPart();
        var part = main.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(SubmissionTemplate.Rows.Select(row => new Row(row.Select(cell =>
            new Cell(new InlineString(new Text(cell) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString })))));
        main.Workbook = new Workbook(new Sheets(new Sheet { Id = main.GetIdOfPart(part), SheetId = 1, Name = "Hồ sơ" }));
    }
}
