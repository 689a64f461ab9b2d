using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmbeddedHost.Packages;

/// <summary>The cells of a workbook as a person sees them, as far as a table of documents goes.</summary>
internal sealed class WorkbookCells
{
    private const double Days1904 = 1462;

    private readonly string[] shared;
    private readonly bool[] dates;
    private readonly bool from1904;

    public WorkbookCells(WorkbookPart main)
    {
        shared = [.. main.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
        var own = main.WorkbookStylesPart?.Stylesheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format is { NumberFormatId: not null, FormatCode: not null }).ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!) ?? [];
        dates = [.. main.WorkbookStylesPart?.Stylesheet?.CellFormats?.Elements<CellFormat>().Select(format => IsDate(format.NumberFormatId?.Value ?? 0, own)) ?? []];
        from1904 = main.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
    }

    /// <summary>The cells of a row from the first column on; those that are left out are empty.</summary>
    public IReadOnlyList<string> Of(Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = Column(cell.CellReference?.Value) ?? cells.Count;
            while (cells.Count < column)
                cells.Add("");
            cells.Add(Text(cell));
        }

        return cells;
    }

    private string Text(Cell cell)
    {
        var value = cell.CellValue?.InnerText ?? "";
        if (cell.DataType is { } type && type == CellValues.SharedString)
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Length ? shared[index] : "";
        if (cell.DataType is { } inline && inline == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? "";
        if (cell.DataType is { } other && other != CellValues.Number)
            return value;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        return cell.StyleIndex?.Value is { } style && style < dates.Length && dates[style]
            ? DateTime.FromOADate(number + (from1904 ? Days1904 : 0)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : number.ToString("0.###############", CultureInfo.InvariantCulture);
    }

    /// <summary>The built-in formats of dates, and own ones with days, months or years in them.</summary>
    private static bool IsDate(uint format, Dictionary<uint, string> own) =>
        format is >= 14 and <= 17 or 22 || (own.TryGetValue(format, out var code) && code.Split(';')[0].Split('"').Where((_, at) => at % 2 == 0).Any(part => part.AsSpan().IndexOfAny("dDyY") >= 0));

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter))
                break;
            column = (column * 26) + letter - 'A' + 1;
        }

        return column is > 0 and <= 16_384 ? column - 1 : null;
    }
}
