using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.Tests.ReadingRoom;

public sealed partial class WordsTests
{
    [Fact]
    public void Every_finding_and_problem_has_words_in_both_languages_and_nothing_else_has()
    {
        var codes = FindingCodes.All.Select(code => code.Id).Concat(ProblemCode.All.Select(code => "problem." + code.Id)).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(codes);
        Assert.All(Words.Languages, language => Assert.Equal(codes, Keys(language).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Both_languages_name_the_same_values() => Assert.All(
        Keys(Words.Vietnamese),
        key => Assert.Equal(Places(key, Words.Vietnamese), Places(key, Words.English)));

    [Fact]
    public void A_finding_with_fewer_values_than_its_sentence_still_has_words() =>
        Assert.Equal("The value is not valid: x. Expected: ….", Words.Sentence(Finding.Of(FindingCodes.FieldInvalid, "mode", "x"), Words.English));

    [Fact]
    public void A_value_with_braces_is_only_a_value() =>
        Assert.Contains("{0}{{", Words.Sentence(Finding.Of(FindingCodes.SidecarBroken, "sidecar", "{0}{{"), Words.Vietnamese), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "vi")]
    [InlineData("en", "en")]
    [InlineData("en-GB,vi;q=0.5", "en")]
    [InlineData("vi,en;q=0.9", "vi")]
    [InlineData("en;q=0.2,vi-VN;q=0.9", "vi")]
    [InlineData("fr,en;q=0.1", "en")]
    [InlineData("fr", "vi")]
    [InlineData("en;q=0", "vi")]
    [InlineData(";;;", "vi")]
    public void A_caller_is_spoken_to_in_the_language_asked_for(string? asked, string spoken)
    {
        var request = new DefaultHttpContext().Request;
        if (asked is not null)
            request.Headers.AcceptLanguage = asked;

        Assert.Equal(spoken, Words.LanguageOf(request).Name);
    }

    private static IEnumerable<string> Keys(CultureInfo language) =>
        Words.Resources.GetResourceSet(language.Name == "vi" ? CultureInfo.InvariantCulture : language, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

    private static IEnumerable<string> Places(string key, CultureInfo language) =>
        Place().Matches(Words.Resources.GetString(key, language)!).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
