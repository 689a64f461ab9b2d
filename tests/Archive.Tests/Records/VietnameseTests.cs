using System.Text;
using Archive.Records;
using CsCheck;

namespace Archive.Tests.Records;

public sealed class VietnameseTests
{
    private const string Letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    private const string Folded = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";

    [Fact]
    public void Every_letter_folds_to_its_plain_one_in_both_cases_and_both_forms()
    {
        Assert.Equal(Folded, Vietnamese.Fold(Letters));
        Assert.Equal(Folded, Vietnamese.Fold(Letters.ToUpperInvariant()));
        Assert.Equal(Folded, Vietnamese.Fold(Letters.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("LƯU TRỮ", "luu tru")]
    [InlineData("Đường Điện Biên Phủ", "duong dien bien phu")]
    [InlineData("67/KH-UBND", "67/kh-ubnd")]
    [InlineData("", "")]
    public void A_folded_text_is_what_people_type_without_accents(string written, string typed) => Assert.Equal(typed, Vietnamese.Fold(written));

    [Fact]
    public void Every_letter_with_a_mark_shows_the_language_in_both_cases_and_both_forms() => Assert.All(
        Letters.Concat(Letters.ToUpperInvariant()).Select(letter => $"a {letter} b"),
        words => Assert.True(Vietnamese.IsIn(words) && Vietnamese.IsIn(words.Normalize(NormalizationForm.FormD)), words));

    [Theory]
    [InlineData("")]
    [InlineData("cong-van-412-tcdc.txt")]
    [InlineData("Plan 67/KH-UBND, §2 – “Über Häuser”, Größe, 越南")]
    public void Words_without_them_show_none(string words) => Assert.False(Vietnamese.IsIn(words));

    [Theory]
    [InlineData("lưu\uFFFEtrữ", "luu\uFFFDtru")]
    [InlineData("lưu\uFFFFtrữ", "luu\uFFFDtru")]
    public void What_is_no_letter_anywhere_is_replaced(string written, string folded)
    {
        Assert.Equal(folded, Vietnamese.Fold(written));
        Assert.Equal(folded, Vietnamese.Fold(Vietnamese.Compose(written)));
    }

    [Fact]
    public void What_is_no_character_becomes_the_mark_of_one()
    {
        Assert.Equal(("a\uFFFDb", "a\uFFFDb"), (Vietnamese.Compose("a\uFFFEb"), Vietnamese.Fold("a\uFFFEb")));
        Assert.Equal(("a\uFFFDb", "a\uFFFDb"), (Vietnamese.Compose("a\uD800b"), Vietnamese.Fold("a\uD800b")));
    }

    [Fact]
    public void Composing_and_folding_never_fail_and_are_stable() => Gen.String.Sample(text =>
    {
        Assert.True(Vietnamese.Compose(text).IsNormalized(NormalizationForm.FormC));
        Assert.Equal(Vietnamese.Fold(text), Vietnamese.Fold(Vietnamese.Fold(text)));
    });
}
