using Archive.Description;

namespace Archive.Tests.Description;

public sealed class SecretStampTests
{
    [Theory]
    [InlineData("MẬT", "MẬT")]
    [InlineData("TỐI MẬT", "TỐI MẬT")]
    [InlineData("TUYỆT MẬT", "TUYỆT MẬT")]
    [InlineData("T U Y Ệ T M Ậ T", "TUYỆT MẬT")]
    [InlineData("|MẬT|", "MẬT")]
    [InlineData("Độ mật: TỐI MẬT", null)]
    [InlineData("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT")]
    [InlineData("MẬT HỎA TỐC", "MẬT")]
    [InlineData("mật", null)]
    [InlineData("KHẨN", null)]
    [InlineData("MẬT ONG", null)]
    [InlineData("BẢO MẬT", null)]
    public void A_stamp_under_the_number_is_seen(string printed, string? expected) =>
        Assert.Equal(expected, PageReading.SecretStamp(Drafts.Plan().Left(130, printed, bold: true).Pages()));

    [Fact]
    public void A_stamp_is_seen_anywhere_in_the_upper_part()
    {
        Assert.Equal("MẬT", PageReading.SecretStamp(Drafts.Plan().Line(30, "MẬT", 90, 16, bold: true).Pages()));
        Assert.Equal("MẬT", PageReading.SecretStamp(Drafts.Plan().Line(30, "MẬT", 480, 16, bold: true).Pages()));
        Assert.Equal("TỐI MẬT", PageReading.SecretStamp(Drafts.Letter().Line(172, "TỐI MẬT", 120, 16).Pages()));
        Assert.Equal("TUYỆT MẬT", PageReading.SecretStamp(new PageDraft().Line(60, "MẬT", 90, 16).Line(100, "TUYỆT MẬT", 90, 16).Pages()));
    }

    [Fact]
    public void The_words_in_sentences_tables_and_lower_down_are_no_stamp()
    {
        Assert.Null(PageReading.SecretStamp(Drafts.Decision().Pages()));
        Assert.Null(PageReading.SecretStamp(Drafts.Plan().Body(270, "MẬT ONG RỪNG").Pages()));
        Assert.Null(PageReading.SecretStamp(Drafts.Plan().Line(300, "MẬT", 90).Line(300, "ONG", 200).Line(300, "12", 300).Pages()));
        Assert.Null(PageReading.SecretStamp(Drafts.Plan().Line(300, "MẬT", 90).Line(316, "ONG RỪNG", 80).Pages()));
        Assert.Null(PageReading.SecretStamp(new PageDraft().NationalTitle().Left(60, "PHÒNG AN NINH VÀ BẢO").Left(75, "MẬT").Left(107, "Số: 7/BC-ANBM").Pages()));
        Assert.Null(PageReading.SecretStamp(Drafts.Plan().Line(700, "MẬT", 90).Pages()));
        Assert.Null(PageReading.SecretStamp(Drafts.Plan().Pages(new PageDraft(2).Line(60, "MẬT", 90).Page())));
    }
}
