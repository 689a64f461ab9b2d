using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Description;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Tests.Samples;

namespace ArchiveFunctions.Tests.ReadingRoom.Pages;

public sealed partial class PageWordsTests
{
    [Fact]
    public void Both_languages_have_the_same_words_with_the_same_places()
    {
        Assert.Equal(Keys(Words.Vietnamese), Keys(Words.English));
        Assert.All(Keys(Words.Vietnamese), key => Assert.Equal(Places(key, Words.Vietnamese), Places(key, Words.English)));
    }

    [Fact]
    public void Every_word_a_page_asks_for_exists()
    {
        var folder = Path.Combine(SampleRecords.RepositoryRoot, "functions", "ArchiveFunctions", "ReadingRoom");
        var asked = Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Asked().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.True(asked.Count > 30, "The pages ask for words in a form this test does not know.");
        Assert.Empty(asked.Except(Keys(Words.Vietnamese)));
    }

    [Fact]
    public void Every_field_event_and_state_has_words()
    {
        var fields = typeof(Field).GetFields().Select(field => "field." + field.GetRawConstantValue());
        var events = typeof(EventTypes).GetFields().Select(type => "event." + ((string)type.GetRawConstantValue()!).Replace(' ', '-'));
        Assert.Empty(fields.Concat(events).Except(Keys(Words.Vietnamese)));
        Assert.All(Enum.GetValues<ClockState>(), state => Assert.NotEmpty(ClockWords.Of(Clock(state), new DateOnly(2030, 1, 1), new PageWords(Words.English))));
    }

    [Theory]
    [InlineData(ClockState.Scheduled, "2030-01-11", "by 11/01/2030 (10 days from now)")]
    [InlineData(ClockState.Due, "2030-01-01", "by 01/01/2030 (0 days from now)")]
    [InlineData(ClockState.Overdue, "2029-12-31", "due 31/12/2029, 1 days ago")]
    [InlineData(ClockState.Undetermined, null, "cannot be told yet")]
    public void The_clock_is_said_in_words(ClockState state, string? due, string said)
    {
        var clock = Clock(state) with { Due = due is null ? null : DateOnly.Parse(due, CultureInfo.InvariantCulture) };
        Assert.Contains(said, ClockWords.Of(clock, new DateOnly(2030, 1, 1), new PageWords(Words.English)), StringComparison.Ordinal);
    }

    private static TransferClock Clock(ClockState state) => new() { State = state, Policy = "p", Due = new DateOnly(2030, 1, 1), TransferredAt = DateTimeOffset.UnixEpoch };

    private static IEnumerable<string> Keys(CultureInfo language) =>
        PageWords.Resources.GetResourceSet(language.Name == "vi" ? CultureInfo.InvariantCulture : language, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Places(string key, CultureInfo language) =>
        Place().Matches(PageWords.Resources.GetString(key, language)!).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("""(?:\bW|[Ww]ords)\["([^"$]+)"[\],]""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{(\d)[^}]*\}")]
    private static partial Regex Place();
}
