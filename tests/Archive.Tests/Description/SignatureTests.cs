using Archive.Description;

namespace Archive.Tests.Description;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")]
    [InlineData("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("KT CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("K.T CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")]
    [InlineData("TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH")]
    [InlineData("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG")]
    [InlineData("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG TƯ PHÁP")]
    public void Whoever_is_signed_for_is_part_of_the_post_however_it_is_marked(string authority, string post)
    {
        var read = PageReading.Read(Drafts.Letter().Pages(Foot().Centred(120, authority, 310, 545, bold: true).Centred(137, post, 310, 545, bold: true).Page()));

        Assert.Equal(($"{authority} {post}", "Trần Đình Cảnh"), (read.Value(Field.SignerPosition), read.Value(Field.SignerName)));
        Assert.InRange(read.Confidence(Field.SignerPosition), 0.9, 1);
    }

    [Theory]
    [InlineData("TL THAM KHẢO")]
    [InlineData("KT XÃ HỘI")]
    public void Capitals_that_only_begin_like_a_mark_are_no_authority(string line) =>
        Assert.Null(PageReading.Read(Drafts.Letter().Pages(new PageDraft(2).Centred(120, line, 310, 545, bold: true).Page())).Value(Field.SignerPosition));

    [Fact]
    public void An_authority_may_take_two_lines()
    {
        var foot = Foot().Centred(120, "TM. HỘI ĐỒNG NHÂN DÂN", 310, 545, bold: true).Centred(137, "THÀNH PHỐ HÀ NỘI", 310, 545, bold: true).Centred(154, "CHỦ TỊCH", 310, 545, bold: true);

        Assert.Equal("TM. HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HÀ NỘI CHỦ TỊCH", PageReading.Read(Drafts.Plan().Pages(foot.Page())).Value(Field.SignerPosition));
    }

    /// <summary>
    /// The recipients are set smaller and closer, so that their lines stand between those of the signature; and the boxes of the words are those
    /// of their letters, not of the line.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.004)]
    [InlineData(0.008)]
    [InlineData(0.012)]
    [InlineData(-0.004)]
    [InlineData(-0.008)]
    [InlineData(-0.012)]
    public void Recipients_and_signature_keep_apart_whatever_their_leading_and_the_scans_slant(double slant)
    {
        var foot = new PageDraft(2).Line(120, "Nơi nhận:", 85, 12).Line(133, "- Bộ Nội vụ;", 85, 11).Line(145, "- Thường trực Thành ủy;", 85, 11).Line(157, "- Lưu: VT, SNV.", 85, 11)
            .Centred(121, "TM. ỦY BAN NHÂN DÂN", 310, 545, bold: true).Centred(138, "KT. CHỦ TỊCH", 310, 545, bold: true).Centred(155, "PHÓ CHỦ TỊCH", 310, 545, bold: true)
            .Centred(240, "Chử Xuân Dũng", 310, 545, bold: true).Page();
        var slanted = PageDraft.With(foot, words => words.Select(word => Moved(word, (slant * word.Left) + (word.Text.Length % 2 == 0 ? -1 : 1))));
        var read = PageReading.Read(Drafts.Plan().Pages(slanted));

        Assert.Equal(("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Chử Xuân Dũng"), (read.Value(Field.SignerPosition), read.Value(Field.SignerName)));
        Assert.Equal("Bộ Nội vụ; Thường trực Thành ủy", read.Value(Field.Recipients));
    }

    private static PageWord Moved(PageWord word, double down) => word with { Top = word.Top + down, Bottom = word.Bottom + down };

    private static PageDraft Foot() => new PageDraft(2)
        .Line(120, "Nơi nhận:", 85, 12).Line(136, "- Như trên;", 85, 11).Line(150, "- Lưu: VT.", 85, 11).Centred(240, "Trần Đình Cảnh", 310, 545, bold: true);
}
