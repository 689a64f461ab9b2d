using System.Text;
using Archive.Description;
using ArchiveFunctions.Description;
using ArchiveFunctions.Description.Office;

namespace ArchiveFunctions.Tests.Description;

public sealed class SheetPageTests
{
    [Fact]
    public void A_list_with_the_decreed_head_is_read_like_a_document()
    {
        var read = PageReading.Read(Pages(
            [Row(1, ("A", "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"), ("D", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            Row(2, ("A", "SỞ NỘI VỤ"), ("D", "Độc lập - Tự do - Hạnh phúc")),
            Row(3, ("A", "Số: 15/KH-SNV"), ("D", "Hà Nội, ngày 05 tháng 01 năm 2024")),
            Row(5, ("A", "KẾ HOẠCH")),
            Row(6, ("A", "Thu thập hồ sơ năm 2024")),
            Columns(7),
            Row(8, ("A", "1"), ("B", "Sở Tài chính"), ("C", "120"), ("D", "Quý I"))],
            "A5:D5",
            "A6:D6"));

        Assert.Equal(("15", "KH-SNV", "05/01/2024"), (Value(read, Field.CodeNumber), Value(read, Field.CodeNotation), Value(read, Field.IssuedDate)));
        Assert.Equal(("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "SỞ NỘI VỤ"), (Value(read, Field.ParentOrganName), Value(read, Field.OrganName)));
        Assert.Equal(("10", "Thu thập hồ sơ năm 2024"), (Value(read, Field.TypeName), Value(read, Field.Subject)));
    }

    [Fact]
    public void Merged_cells_stand_in_the_middle_of_their_range()
    {
        string[] rows = [Row(1, ("A", "Tên")), Row(2, ("A", "một"), ("B", "hai"), ("C", "ba"), ("D", "bốn"))];
        var (apart, merged) = (Pages(rows), Pages(rows, "A1:D1"));

        Assert.Equal(Left(apart, "một"), Left(apart, "Tên"));
        Assert.InRange(Left(merged, "Tên"), Left(merged, "hai"), Left(merged, "bốn"));
    }

    [Theory]
    [InlineData("A1")]
    [InlineData("A1:A1")]
    [InlineData(":D1")]
    [InlineData("A1:ZZZZ1")]
    [InlineData("A0:D0")]
    [InlineData("C9:D9")]
    public void A_range_that_merges_nothing_changes_nothing(string range)
    {
        string[] rows = [Row(1, ("A", "Tên")), Row(2, ("A", "một"), ("B", "hai"), ("C", "ba"), ("D", "bốn"))];

        Assert.Equal(Pages(rows)[0].Words, Pages(rows, range)[0].Words);
    }

    [Fact]
    public void A_title_alone_in_its_row_is_the_abstract()
    {
        var read = PageReading.Read(Pages([Row(1, ("C", "DANH MỤC HỒ SƠ NỘP LƯU")), Row(2, ("C", "Năm 2024")), Columns(4), Row(5, ("A", "1"), ("B", "Hồ sơ tổ chức bộ máy"), ("C", "48"), ("D", "Quý I"))]));

        Assert.Equal("DANH MỤC HỒ SƠ NỘP LƯU Năm 2024", Value(read, Field.Subject));
        Assert.Null(Value(read, Field.OrganName));
    }

    [Fact]
    public void Cells_stand_in_their_columns_and_keep_them_without_addresses()
    {
        var addressed = Pages([Row(1, ("A", "Một"), ("C", "Ba")), Row(2, ("A", "1"), ("B", "Hai"), ("C", "3"))]);
        var bare = Pages(["<row><c t=\"str\"><v>Một</v></c><c/><c t=\"str\"><v>Ba</v></c></row>", "<row><c><v>1</v></c><c t=\"str\"><v>Hai</v></c><c><v>3</v></c></row>"]);

        Assert.Equal(addressed[0].Words, bare[0].Words);
        Assert.Equal(Left(addressed, "Ba"), Left(addressed, "3"));
        Assert.True(Left(addressed, "Một") < Left(addressed, "Hai") && Left(addressed, "Hai") < Left(addressed, "Ba"));
    }

    [Fact]
    public void A_sheet_without_text_has_no_page() => Assert.Empty(Pages([Row(1, ("A", " "))]));

    [Fact]
    public void Only_the_upper_rows_and_the_columns_a_page_can_hold_are_set()
    {
        var far = Row(1, ("A", "Gần"), ("XFD", "Xa"), ("ZZZZ", "Ngoài"));
        var pages = Pages([far, .. Enumerable.Range(2, 500).Select(row => Row(row, ("A", $"Dòng{row}"), ("B", "x")))]);

        Assert.DoesNotContain(pages.SelectMany(page => page.Words), word => word.Text is "Xa" or "Dòng400");
        Assert.Contains(pages.SelectMany(page => page.Words), word => word.Text == "Dòng20");
    }

    private static IReadOnlyList<PageLayout> Pages(string[] rows, params string[] merged)
    {
        var merges = string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"));
        var xml = $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(rows)}</sheetData><mergeCells>{merges}</mergeCells></worksheet>";
        var page = new SheetPage();
        SheetRows.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), SharedWords.Read(null, 0, CancellationToken.None), new ReadingDraft(ReadingLimits.Default), page, CancellationToken.None);
        return page.Compose();
    }

    private static string Columns(int row) => Row(row, ("A", "Số TT"), ("B", "Tên cơ quan"), ("C", "Số hồ sơ"), ("D", "Thời gian"));

    private static string Row(int row, params (string Column, string Text)[] cells) =>
        $"<row r=\"{row}\">{string.Concat(cells.Select(cell => $"<c r=\"{cell.Column}{row}\" t=\"inlineStr\"><is><t>{cell.Text}</t></is></c>"))}</row>";

    private static double Left(IReadOnlyList<PageLayout> pages, string text) => pages[0].Words.Single(word => word.Text == text).Left;

    private static string? Value(IReadOnlyList<Statement> read, string field) => read.SingleOrDefault(said => said.Field == field)?.Value;
}
