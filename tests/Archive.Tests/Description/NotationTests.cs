using System.Text;
using Archive.Description;
using CsCheck;

namespace Archive.Tests.Description;

public sealed class NotationTests
{
    [Theory]
    [InlineData("67/KH-UBND")]
    [InlineData("67 kh ubnd")]
    [InlineData("67-KH/UBND")]
    [InlineData("so 67 kh-ubnd")]
    [InlineData("Số: 067 / KH – UBND")]
    [InlineData("Kế hoạch số 67/KH-UBND")]
    [InlineData("kế hoạch 67/kh-ubnd")]
    [InlineData("67KH-UBND")]
    [InlineData("  ６７/ＫＨ-UBND. ")]
    public void Every_way_of_typing_an_identification_has_the_same_key(string typed) => Assert.Equal("67/khubnd", Notation.KeyOf(typed));

    [Theory]
    [InlineData("lưu trữ điện tử")]
    [InlineData("báo cáo năm 2023")]
    [InlineData("67")]
    [InlineData("16/3/2021")]
    [InlineData("")]
    [InlineData("1234567/KH-UBND")]
    [InlineData("phòng 12 UBND")]
    public void What_is_no_identification_has_no_key(string typed) => Assert.Null(Notation.KeyOf(typed));

    [Fact]
    public void A_document_is_found_by_the_whole_and_by_its_beginnings()
    {
        Assert.Equal(["67/khubnd", "67/kh", "67"], Notation.SearchKeys("67", "KH-UBND"));
        Assert.Equal(["30/2020ndcp", "30/2020nd", "30/ndcp", "30/nd", "30"], Notation.SearchKeys("30", "2020/NĐ-CP"));
        Assert.Equal(["14514/cvvptw", "14514/cv", "14514"], Notation.SearchKeys("14514", "CV/VPTW"));
        Assert.Contains(Notation.KeyOf("số 67")!, Notation.SearchKeys("067", "KH-UBND"));
    }

    [Theory]
    [InlineData("67/KH-UBND", "67", "KH-UBND", "10")]
    [InlineData("Số: 30 / 2020 / NĐ - CP", "30", "2020/NĐ-CP", "32")]
    [InlineData("33/2024/QH15", "33", "2024/QH15", "32")]
    [InlineData("14514-CV/VPTW", "14514", "CV/VPTW", "22")]
    [InlineData("12/UBND-VX", "12", "UBND-VX", null)]
    [InlineData("15/TTr-SNV", "15", "TTr-SNV", "15")]
    [InlineData("67 kh ubnd", "67", "kh-ubnd", null)]
    public void A_typed_identification_is_taken_apart(string typed, string number, string symbol, string? type)
    {
        Assert.True(Notation.TryParse(typed, out var notation));
        Assert.Equal((number, symbol, type), (notation.Number, notation.Symbol, notation.Type?.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("KH-UBND")]
    [InlineData("16/03/2021")]
    [InlineData("67/")]
    public void What_cannot_be_taken_apart_is_refused(string? typed) => Assert.False(Notation.TryParse(typed, out _));

    [Fact]
    public void Keys_do_not_depend_on_case_accents_separators_or_composition()
    {
        var groups = Pick.Of("KH", "QĐ", "NĐ", "TTr", "UBND", "SNV", "HĐND", "CP").Array[1, 3];
        var separators = Pick.Of("/", "-", " ", " - ", " / ", "–");
        Gen.Select(Gen.Int[1, 99_999], groups, separators, Gen.Bool, Pick.Of("", "Số ", "so: ", "SỐ: 0")).Sample((number, parts, separator, lower, before) =>
        {
            var typed = before + number + separator + string.Join(separator, parts);
            typed = (lower ? typed.ToLowerInvariant() : typed).Normalize(lower ? NormalizationForm.FormD : NormalizationForm.FormC);

            Assert.Equal(Notation.SearchKeys($"{number}", string.Join('-', parts))[0], Notation.KeyOf(typed));
        });
    }

    [Fact]
    public void Any_text_at_all_is_taken() => Gen.String.Sample(typed =>
    {
        _ = Notation.KeyOf(typed);
        _ = Notation.TryParse(typed, out _);
        _ = Notation.SearchKeys(typed, typed);
    });
}
