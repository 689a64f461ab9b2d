using System.Text;
using EmbeddedHost.Packages;

namespace EmbeddedHost.Tests.Packages;

public sealed class CsvSheetTests
{
    [Theory]
    [InlineData(";", "sep=;\n")]
    [InlineData(",", "SEP=,\r\n")]
    [InlineData("|", "sep=|\n")]
    [InlineData(";", "# a remark, with, many, commas, in, it\n")]
    [InlineData(",", "# a remark\n")]
    [InlineData("\t", "# a remark\n")]
    public void Cells_are_parted_by_what_the_first_line_says_or_most_lines_have(string separator, string before)
    {
        var rows = CsvSheet.Read(before + string.Join('\n', "Mã hồ sơ;H26;;", "Tệp;Tên loại;Số;Ký hiệu", "a.pdf;QĐ;5;UBND").Replace(";", separator, StringComparison.Ordinal));
        var filled = rows.Where(row => !row.IsRemark).ToArray();
        Assert.Equal(["line 2", "line 3", "line 4"], filled.Select(row => row.Place));
        Assert.Equal(["H26 | Tên loại | QĐ"], [string.Join(" | ", filled.Select(row => row.Cell(1)))]);
        Assert.Equal(("UBND", ""), (filled[2].Cell(3), filled[0].Cell(3)));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_quoted_cell_has_quotes_separators_and_lines_and_every_row_the_line_it_begins_on(string end)
    {
        var text = string.Join(end, "title; \"Hồ sơ \"\"lễ\"\";", "hai dòng\" ;x", "", "mode;01", "note;cao 5\" hơn", "");
        var rows = CsvSheet.Read(text).Where(row => !row.IsRemark).ToArray();
        Assert.Equal(["line 1", "line 4", "line 5"], rows.Select(row => row.Place));
        Assert.Equal(($"Hồ sơ \"lễ\";{end}hai dòng", "x", "01", "cao 5\" hơn"), (rows[0].Cell(1), rows[0].Cell(2), rows[1].Cell(1), rows[2].Cell(1)));
    }

    [Fact]
    public void Text_is_UTF_8_with_or_without_its_mark_or_UTF_16_with_it()
    {
        Assert.Equal("Hồ", CsvSheet.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Hồ")]));
        Assert.Equal("Hồ", CsvSheet.Decode(Encoding.UTF8.GetBytes("Hồ")));
        Assert.Equal("Hồ", CsvSheet.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Hồ")]));
        Assert.Null(CsvSheet.Decode([(byte)'H', 0xF4, (byte)'a']));
    }
}
