using System.Diagnostics;
using System.Text.RegularExpressions;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Desks.Officer;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Tests.Samples;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

public sealed partial class DeskScriptTests
{
    private static readonly string Folder = Path.Combine(SampleRecords.RepositoryRoot, "tests", "ArchiveFunctions.Tests", "ReadingRoom", "Desks", "Scripts");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.test.mjs").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_scripts_own_tests_hold(string file)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", Path.Combine(Folder, file)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await said + await complained);
        Assert.DoesNotMatch("(?m)^# pass 0$", await said);
    }

    [Fact]
    public void Every_word_the_scripts_ask_for_is_handed_to_them()
    {
        var asked = DeskScripts.All.Values.SelectMany(script => Asked().Matches(System.Text.Encoding.UTF8.GetString(script))).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.True(asked.Count > 12, "The scripts ask for words in a form this test does not know.");
        Assert.Empty(asked.Except(ScriptWords.Keys));
        Assert.All(Words.Languages, language => Assert.StartsWith("{", ScriptWords.In(new PageWords(language)), StringComparison.Ordinal));
    }

    [Fact]
    public void What_refuses_an_upload_is_said_with_how_to_mend_it()
    {
        var errors = typeof(FindingCodes).GetFields().Select(field => field.GetValue(null)).OfType<FindingCode>().Where(code => code.Severity == Severity.Error).ToList();
        Assert.NotEmpty(errors);
        Assert.All(Words.Languages, language => Assert.All(errors, code => Assert.NotEqual(code.Id, new PageWords(language).OfCode("mend", code.Id))));
    }

    [GeneratedRegex(@"(?:\bsay\(|\bshow\(|words: )'([a-zA-Z-]+)'")]
    private static partial Regex Asked();
}
