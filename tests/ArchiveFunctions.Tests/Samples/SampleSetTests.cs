using System.Text;
using Archive.Records;
using SampleMaker;

namespace ArchiveFunctions.Tests.Samples;

public sealed class SampleSetTests
{
    /// <summary>A-115 comes of the time checking takes, A-900 of the machine, S-209 and S-210 of another upload: none gives them by its content alone.</summary>
    private static readonly string[] NotOfTheUpload = [FindingCodes.CheckingTookTooLong.Id, FindingCodes.SetAside.Id, FindingCodes.DescriptionSuperseded.Id, FindingCodes.OtherDossierDiffers.Id];

    private static readonly Lazy<IReadOnlyList<SampleFile>> Made = new(() => [.. SampleSet.Make()]);

    [Fact]
    public void The_committed_samples_are_what_the_maker_makes()
    {
        var made = Made.Value;
        var committed = SampleSet.Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SampleRecords.Folder, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(SampleRecords.Folder, path).Replace('\\', '/')).Append("expected.json");

        Assert.Equal(made.Select(file => Compared(file.Path)).Order(StringComparer.Ordinal), committed.Select(Compared).Order(StringComparer.Ordinal));
        Assert.All(made, file => Assert.True(file.Bytes.AsSpan().SequenceEqual(SampleRecords.Bytes(file.Path)), $"{file.Path} is not what the maker makes."));
    }

    [Fact]
    public void The_samples_are_small() =>
        Assert.True(Made.Value.Sum(file => file.Bytes.Length) < 3 << 20);

    [Fact]
    public void Every_record_has_expected_data_and_its_sidecar()
    {
        Assert.True(SampleRecords.All.Count >= 26);
        Assert.All(SampleRecords.All, sample => Assert.NotEmpty(sample.Content()));
        Assert.All(SampleRecords.All.Where(sample => sample.SidecarPath is not null), sample => Assert.NotEmpty(SampleRecords.Bytes(sample.SidecarPath!)));

        var files = Directory.EnumerateFiles(Path.Combine(SampleRecords.Folder, "records"), "*", SearchOption.AllDirectories).Count();
        Assert.Equal(files, SampleRecords.All.Count + SampleRecords.All.Count(sample => sample.SidecarPath is not null));
    }

    [Fact]
    public void Every_record_comes_from_a_known_agency()
    {
        var known = SampleRecords.Agencies.Select(agency => agency.Code.Value).ToHashSet();

        Assert.True(SampleRecords.All.Select(sample => sample.Agency).Distinct().Count() >= 5);
        Assert.All(SampleRecords.All, sample => Assert.Contains(sample.Agency, known));
    }

    [Fact]
    public void Every_expected_date_exists() =>
        Assert.All(
            SampleRecords.All.Select(sample => sample.Fields["issuedDate"]).OfType<string>(),
            date => Assert.True(PartialDate.TryParse(date, out var read) && read.ToString() == date, date));

    [Fact]
    public void Every_finding_of_an_upload_has_an_example()
    {
        var needed = FindingCodes.All.Select(code => code.Id).Where(id => id[0] is 'A' or 'S').Except(NotOfTheUpload);

        Assert.Empty(needed.Except(SampleRecords.Refused.SelectMany(upload => upload.Codes)));
    }

    [Fact]
    public void Every_example_gives_known_findings_and_can_be_made()
    {
        var known = FindingCodes.All.Select(code => code.Id).ToHashSet();

        Assert.All(SampleRecords.Refused, upload => Assert.All(upload.Codes, code => Assert.Contains(code, known)));
        Assert.All(SampleRecords.Refused.Where(upload => upload.Codes[0] != FindingCodes.TooLarge.Id), upload => Assert.NotNull(upload.Content()));
        Assert.True(SampleRecords.Recipe("refused/A-102-too-large.pdf.recipe.json").Size > 5L << 30);
    }

    [Fact]
    public void The_scanner_test_pattern_is_whole() =>
        Assert.Equal(68, SampleRecords.Refused.Single(upload => upload.Codes[0] == FindingCodes.Malware.Id).Content().Length);

    [Theory]
    [InlineData("H26.02/1998/cong-van-412-tcdc.txt", "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM")]
    [InlineData("H26.05/2003/thong-bao-19-tb-khdt.txt", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM")]
    public void Legacy_text_is_in_the_bytes_its_time_typed(string path, string typed) =>
        Assert.Contains(typed, Encoding.Latin1.GetString(SampleRecords.Bytes($"records/{path}")), StringComparison.Ordinal);

    /// <summary>Some file systems compose names on their own; the letters are what counts.</summary>
    private static string Compared(string path) => Vietnamese.Compose(path);
}
