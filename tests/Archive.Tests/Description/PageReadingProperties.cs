using System.Text;
using Archive.Description;
using CsCheck;

namespace Archive.Tests.Description;

public sealed class PageReadingProperties
{
    private static readonly IReadOnlyList<PageLayout>[] Documents =
        [Drafts.Plan().Pages(Drafts.LastPage()), Drafts.Letter().Pages(Drafts.LastPage()), Drafts.Decision(bold: false).Pages()];

    [Fact]
    public void The_order_of_words_within_a_page_changes_nothing() =>
        Gen.Select(Gen.Int[0, Documents.Length - 1], Gen.Int).Sample((document, seed) =>
        {
            var shuffled = Documents[document].Select(page => PageDraft.With(page, words => Shuffled(words, seed))).ToArray();
            Assert.Equal(PageReading.Read(Documents[document]), PageReading.Read(shuffled));
        }, iter: 60);

    [Fact]
    public void Decomposed_letters_read_the_same_as_composed_ones() =>
        Assert.All(Documents, pages =>
        {
            var decomposed = pages.Select(page => PageDraft.With(page, words => words.Select(word => word with { Text = word.Text.Normalize(NormalizationForm.FormD) })));
            Assert.Equal(PageReading.Read(pages), PageReading.Read([.. decomposed]));
        });

    [Fact]
    public void A_scan_a_little_off_and_enlarged_reads_the_same() =>
        Gen.Select(Gen.Double[-15, 15], Gen.Double[-15, 15]).Sample((across, down) =>
        {
            var moved = Documents[0].Select(page => PageDraft.With(page, words =>
                words.Select(word => word with { Left = word.Left + across, Right = word.Right + across, Top = word.Top + down, Bottom = word.Bottom + down })));
            Assert.Equal(PageReading.Read(Documents[0]).Select(said => (said.Field, said.Value)), PageReading.Read([.. moved]).Select(said => (said.Field, said.Value)));
        }, iter: 60);

    /// <summary>PDF readers give the box of the glyphs drawn, not of the line: <c>ở</c> is taller than <c>a</c>, a dash is flat, <c>g</c> hangs below.</summary>
    [Fact]
    public void Boxes_drawn_tight_round_the_glyphs_read_the_same() =>
        Assert.All(Documents, pages =>
        {
            var tight = pages.Select(page => PageDraft.With(page, words => words.Select(Tight))).ToArray();
            Assert.Equal(PageReading.Read(pages).Select(said => (said.Field, said.Value)), PageReading.Read(tight).Select(said => (said.Field, said.Value)));
        });

    [Fact]
    public void Any_words_anywhere_are_read_without_fail()
    {
        var texts = Pick.Of("Số:", "67/KH-UBND", "MẬT", "KẾ", "HOẠCH", "Kính", "gửi:", "Nơi", "nhận:", "-", "", "\ud800", "ngày", "V/v", "KT.", "PHỤ", "LỤC", "(");
        var place = Gen.OneOf(Gen.Double[-50, 900], Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity));
        Gen.Select(texts, place, place, place, place).Array[0, 200].Sample(drawn =>
        {
            PageLayout[] pages = [new(1, 595, 842, [.. drawn.Select(word => new PageWord(word.Item1, word.Item2, word.Item3, word.Item4, word.Item5))])];
            Assert.All(PageReading.Read(pages), said => Assert.InRange(said.Confidence, 0, 1));
            _ = PageReading.SecretStamp(pages);
        }, iter: 200);
    }

    [Theory]
    [InlineData(10_000, 100)]
    [InlineData(30_000, 1)]
    [InlineData(10_000, 10_000)]
    public void A_page_of_very_many_words_is_read(int count, int lines)
    {
        var words = Enumerable.Range(0, count).Select(i => new PageWord(i % 3 == 0 ? "SỐ" : "67/KH-UBND", i % 590, i % lines * 842.0 / lines, (i % 590) + 4, (i % lines * 842.0 / lines) + 8));

        Assert.NotNull(PageReading.Read([new PageLayout(1, 595, 842, [.. words])]));
    }

    private static PageWord Tight(PageWord word)
    {
        var (size, baseline) = ((word.Bottom - word.Top) / 0.75, word.Bottom);
        var flat = word.Text.All(letter => letter is '-' or '_');
        var above = flat ? 0.3 : word.Text.Any(char.IsUpper) ? word.Text.Any(letter => char.IsUpper(letter) && letter > 'z') ? 0.92 : 0.68 : word.Text.Any(letter => letter > 'z' || letter is 'b' or 'd' or 'f' or 'h' or 'k' or 'l' or 't') ? 0.7 : 0.46;
        var below = flat ? -0.22 : "gpqyQụộạệịọợựậặ,;".Intersect(word.Text).Any() ? 0.22 : 0;
        return word with { Top = baseline - (above * size), Bottom = baseline + (below * size) };
    }

    private static PageWord[] Shuffled(IReadOnlyList<PageWord> words, int seed)
    {
        var shuffled = words.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
