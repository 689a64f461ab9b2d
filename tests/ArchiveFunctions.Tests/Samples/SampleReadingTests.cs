using System.Globalization;
using System.Text;
using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Tests.Samples;

public sealed class SampleReadingTests
{
    [Theory]
    [InlineData(Field.CodeNumber, 0.95)]
    [InlineData(Field.CodeNotation, 0.95)]
    [InlineData(Field.IssuedDate, 0.95)]
    [InlineData(Field.TypeName, 0.95)]
    [InlineData(Field.Subject, 0.9)]
    [InlineData(Field.OrganName, 0.9)]
    [InlineData(Field.ParentOrganName, 0.9)]
    [InlineData(Field.Place, 0.9)]
    [InlineData(Field.SignerName, 0.9)]
    [InlineData(Field.SignerPosition, 0.9)]
    [InlineData(Field.Recipients, 0.9)]
    [InlineData(Field.Priority, 0.9)]
    public async Task A_field_is_read_right_from_nearly_every_sample(string field, double least)
    {
        var score = Score(await WithText(), reading => reading.Statements);
        var read = score.Fields.Single(scored => scored.Field == field);

        Assert.True(read.Asked > 0, $"No sample asks for {field}.");
        Assert.True(read.Accuracy >= least, $"{field}: {read.Right} of {read.Asked} right, {least:P0} wanted.{Listed(score.Misreadings.Where(misreading => misreading.Field == field))}");
    }

    [Fact]
    public async Task Nothing_is_read_wrong_with_confidence()
    {
        var score = Score(await SampleReading.All, reading => reading.Statements);

        Assert.False(score.SureMistakes.Any(), $"Wrong with confidence {ReadingScore.Sure} or more:{Listed(score.SureMistakes)}");
    }

    /// <summary>What a copier, a scanner or a typist of another age does to a page may cost certainty, not truth.</summary>
    [Theory]
    [MemberData(nameof(Distortions))]
    public async Task Nothing_is_read_wrong_with_confidence_from_a_worse_copy(string distortion)
    {
        var score = Score(await WithText(), reading => PageReading.Read([.. reading.Document.Pages.Select(page => Distorted(page, distortion))]));

        Assert.False(score.SureMistakes.Any(), $"Wrong with confidence {ReadingScore.Sure} or more:{Listed(score.SureMistakes)}");
        Assert.All([Field.CodeNumber, Field.CodeNotation, Field.IssuedDate, Field.TypeName], field => Assert.True(score.Accuracy(field) >= 0.95, Listed(score.Misreadings)));
        Assert.All([Field.Subject, Field.OrganName], field => Assert.True(score.Accuracy(field) >= 0.9, Listed(score.Misreadings)));
    }

    public static TheoryData<string> Distortions => ["all in one weight", "slanted to the right", "slanted to the left", "reduced", "uneven"];

    public static TheoryData<string> Paths => [.. SampleRecords.All.Select(sample => sample.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Describing_gives_the_findings_a_reader_expects(string path)
    {
        var reading = (await SampleReading.All).Single(read => read.Sample.Path == path);
        var findings = reading.Findings();

        Assert.True(
            reading.Sample.Findings.All(code => findings.Any(finding => finding.Code == code)),
            $"{path}: expected {string.Join(' ', reading.Sample.Findings)}, found {Listed(findings)}");
    }

    /// <summary>Two samples differ from their sidecars on purpose; any other disagreement would be the archive's own mistake.</summary>
    [Fact]
    public async Task Only_what_differs_is_called_a_disagreement()
    {
        var disagreeing = (await SampleReading.All).SelectMany(reading => reading.Findings()
            .Where(finding => finding.Code == FindingCodes.Disagreement.Id)
            .Select(finding => (reading.Sample.Path, finding.Where, Said: finding.Values[0], Read: finding.Values[1])));

        Assert.Equal(
            [("H26.02/thong-bao-45-tb-snv.pdf", Field.IssuedDate, "17/08/2018", "07/08/2018"), ("H26.05/quyet-dinh-57-qd-khdt.pdf", Field.CodeNumber, "75", "57")],
            disagreeing.OrderBy(found => found.Path, StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<SampleReading>> WithText() => [.. (await SampleReading.All).Where(reading => reading.Sample.HasText)];

    private static ReadingScore Score(IReadOnlyList<SampleReading> readings, Func<SampleReading, IReadOnlyList<Statement>> read) =>
        ReadingScore.Of([.. readings.Select(reading => (reading.Sample, read(reading)))]);

    private static PageLayout Distorted(PageLayout page, string distortion)
    {
        var uneven = new Random(1);
        return page with
        {
            Words = [.. page.Words.Select(word => distortion switch
            {
                "all in one weight" => word with { Bold = false, Italic = false },
                "slanted to the right" => Moved(word, 0, 0.006 * word.Left),
                "slanted to the left" => Moved(word, 0, -0.006 * word.Left),
                "reduced" => new PageWord(word.Text, 20 + (0.9 * word.Left), 30 + (0.9 * word.Top), 20 + (0.9 * word.Right), 30 + (0.9 * word.Bottom), word.Bold, word.Italic),
                _ => Moved(word, uneven.NextDouble() - 0.5, uneven.NextDouble() - 0.5),
            })],
        };
    }

    private static PageWord Moved(PageWord word, double across, double down) =>
        word with { Left = word.Left + across, Right = word.Right + across, Top = word.Top + down, Bottom = word.Bottom + down };

    private static string Listed(IEnumerable<Misreading> misreadings) => misreadings.Aggregate(new StringBuilder(), (list, misread) => list.Append(
        CultureInfo.InvariantCulture,
        $"\n  {misread.Path}: {misread.Field}\n    expected {misread.Expected ?? "nothing"}\n    read     {misread.Read ?? "nothing"} ({misread.Confidence:0.00})")).ToString();

    private static string Listed(IEnumerable<Finding> findings) => string.Join("; ", findings.Select(finding => $"{finding.Code} {finding.Where} {string.Join(" / ", finding.Values)}"));
}
