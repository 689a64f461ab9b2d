using System.Text;
using Archive.Packages.Bags;

namespace Archive.Tests.Packages.Bags;

public sealed class TagLinesTests
{
    [Theory]
    [InlineData("", new string[0], true)]
    [InlineData("a\nb\n", new[] { "a", "b" }, true)]
    [InlineData("a\rb\r", new[] { "a", "b" }, true)]
    [InlineData("a\r\nb\r\n", new[] { "a", "b" }, true)]
    [InlineData("a\n\nb", new[] { "a", "", "b" }, false)]
    [InlineData("a\r\r\nb\n\r", new[] { "a", "", "b", "" }, true)]
    public async Task A_line_is_ended_by_any_of_three_ends(string text, string[] lines, bool isEnded)
    {
        var (read, from) = await Read(text);
        Assert.Equal(lines, read);
        Assert.Equal((isEnded, false, true, false), (from.IsEnded, from.HasMark, from.IsDecoded, from.IsCut));
    }

    [Fact]
    public async Task A_line_end_of_two_letters_is_one_wherever_the_reading_happens_to_part_it()
    {
        for (var length = (16 << 10) - 3; length < (16 << 10) + 3; length++)
            Assert.Equal([length, 1], (await Read(new string('x', length) + "\r\ny\r\n")).Lines.Select(line => line.Length));
    }

    [Fact]
    public async Task No_more_is_read_than_the_bag_may_say()
    {
        var (read, from) = await Read(string.Concat(Enumerable.Repeat("mười chữ ..\n", 10)), new TagBudget(4 * (11 + TagBudget.PerLine)));
        Assert.Equal((4, true), (read.Count, from.IsCut));
        (read, from) = await Read(string.Concat(Enumerable.Repeat("\n", TagLines.Most + 5)));
        Assert.Equal((TagLines.Most, true), (read.Count, from.IsCut));
        (read, from) = await Read(new string('x', 1 << 20) + "\n");
        Assert.Equal((64 << 10, true), (read.Single().Length, from.IsCut));
    }

    [Fact]
    public async Task A_mark_is_told_and_is_no_letter_of_the_text()
    {
        var (read, from) = await Read("\uFEFFa\n");
        Assert.Equal(["a"], read);
        Assert.True(from.HasMark);
    }

    private static async Task<(IReadOnlyList<string> Lines, TagLines From)> Read(string text, TagBudget? budget = null)
    {
        var lines = new TagLines(TagText.Utf8, budget ?? new TagBudget());
        var read = await lines.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken).Select(line => line.Text).ToListAsync(TestContext.Current.CancellationToken);
        return (read, lines);
    }
}
