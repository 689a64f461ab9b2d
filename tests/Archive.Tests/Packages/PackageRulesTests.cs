using System.IO.Compression;
using System.Xml.Linq;
using Archive.Packages;
using Archive.Packages.Reading;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

public sealed class PackageRulesTests
{
    [Theory]
    [InlineData(PackageKind.Dossier)]
    [InlineData(PackageKind.LooseBatch)]
    public async Task A_package_as_written_keeps_every_rule(PackageKind kind) => Assert.Empty(await (await BlobPackage.Of(kind)).Check());

    [Fact]
    public async Task Sound_packages_with_parts_this_archive_does_not_write_keep_every_must()
    {
        Assert.Empty(await (await SoundPackages.WithRights()).Check());
        Assert.Empty(await (await SoundPackages.WithDocumentation()).Check());
        Assert.Equal(["CSIP105"], (await (await SoundPackages.WithoutRepresentation()).Check()).Select(finding => finding.RuleId));
    }

    public static TheoryData<string> Broken() => [.. BrokenPackages.Rules];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_package_broken_in_one_place_breaks_the_rule_named(string rule)
    {
        var findings = await (await BrokenPackages.Breaking(rule)).Check();
        Assert.Contains(rule, findings.Select(finding => finding.RuleId));
        Assert.All(findings, finding => Assert.NotEmpty(finding.Where));
    }

    [Fact]
    public void No_rule_id_is_used_twice() => Assert.Equal(PackageRules.All.Count, PackageRules.All.DistinctBy(rule => rule.Id).Count());

    [Fact]
    public void Every_MUST_of_CSIP_and_AIP_2_2_0_is_a_rule()
    {
        int[] csip =
        [
            1, 2, 6, 117, 7, 9, .. Enumerable.Range(10, 7), 18, 19, .. Enumerable.Range(22, 9), 33, .. Enumerable.Range(36, 9), 46, .. Enumerable.Range(49, 9),
            59, 60, 113, 114, .. Enumerable.Range(64, 9), .. Enumerable.Range(76, 4), .. Enumerable.Range(80, 6), 88, 89, 90, 94, 95, 116, 98, 99, 118, 102, 103, 119,
            .. Enumerable.Range(106, 7),
        ];
        string[] musts = [.. csip.Select(number => $"CSIP{number}"), "CSIPSTR1", "CSIPSTR4", "AIPM1", "AIPM2", "AIPM3", "AIPM5"];
        Assert.Equal(86, csip.Distinct().Count());
        Assert.Empty(musts.Except(PackageRules.All.Where(rule => rule.Level == RuleLevel.Must).Select(rule => rule.Id)));
    }

    /// <summary>Attributes whose absence breaks nothing; every other one of both METS files is missed by some rule.</summary>
    private static readonly string[] Dispensable =
    [
        "mets/@LABEL", "mets/@schemaLocation", "mets/@CONTENTINFORMATIONTYPE", "digiprovMD/@CREATED", "digiprovMD/@STATUS", "mdRef/@MDTYPEVERSION", "amdSec/@ID", "div/@ID", "file/@DMDID",
    ];

    [Theory]
    [InlineData(BlobPackage.Mets)]
    [InlineData(BlobPackage.Rep)]
    public async Task Whichever_attribute_of_a_METS_file_is_missing_some_rule_misses_it(string path)
    {
        var unmissed = new SortedSet<string>(StringComparer.Ordinal);
        var sound = await BlobPackage.Of(records: 1);
        var count = 0;
        sound.Edit(path, root => count = root.DescendantsAndSelf().Attributes().Count(attribute => !attribute.IsNamespaceDeclaration));
        for (var at = 0; at < count; at++)
        {
            var (package, name) = (new BlobPackage(sound.Folder, sound.Blobs), "");
            package.Edit(path, root =>
            {
                var attribute = root.DescendantsAndSelf().Attributes().Where(one => !one.IsNamespaceDeclaration).ElementAt(at);
                name = $"{attribute.Parent!.Name.LocalName}/@{attribute.Name.LocalName}";
                attribute.Remove();
            });
            if ((await package.Check()).All(finding => finding is { RuleId: "FIX1" or "FIX2", File: BlobPackage.Rep }))
                unmissed.Add(name);
        }

        Assert.True(count > 50, $"{count}");
        Assert.Empty(unmissed.Except(Dispensable));
    }

    [Theory]
    [InlineData("<!DOCTYPE mets [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><mets>&x;</mets>")]
    [InlineData("<mets")]
    [InlineData("")]
    [InlineData("<html/>")]
    public async Task A_METS_file_that_is_none_is_a_finding_and_no_exception(string text)
    {
        var package = await BlobPackage.Of();
        package.Blobs[BlobPackage.Rep] = System.Text.Encoding.UTF8.GetBytes(text);
        Assert.Contains(await package.Check(), finding => finding is { RuleId: "XSD1", File: BlobPackage.Rep });
    }

    /// <summary>What the published schemas refuse must not be valid here; what all of them take must be.</summary>
    [Theory]
    [InlineData(MetsVocabulary.Csip, "CONTENTINFORMATIONTYPE", "something else", false)]
    [InlineData(MetsVocabulary.Csip, "CONTENTINFORMATIONTYPE", "SIARD2", true)]
    [InlineData(MetsVocabulary.Csip, "NOTETYPE", "REMARK", false)]
    [InlineData(MetsVocabulary.XLink, "show", "never", false)]
    [InlineData(MetsVocabulary.XLink, "show", "embed", true)]
    [InlineData(MetsVocabulary.XLink, "actuate", "onClick", false)]
    [InlineData(MetsVocabulary.XLink, "actuate", "onLoad", true)]
    public async Task A_listed_attribute_is_valid_with_the_published_values_only(string space, string name, string value, bool valid)
    {
        var package = await BlobPackage.Of();
        package.Edit(BlobPackage.Mets, root => root.SetAttributeValue(XName.Get(name, space), value));
        Assert.Equal(valid, (await package.Check()).All(finding => finding.RuleId != "XSD1"));
    }

    [Fact]
    public async Task A_package_is_read_alike_from_a_folder_and_from_a_zip()
    {
        var package = await BlobPackage.Of();
        package.Blobs.Remove(BlobPackage.Data);
        var expected = await package.Check();
        var folder = Directory.CreateTempSubdirectory("package-");
        try
        {
            using var bytes = new MemoryStream();
            await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (path, content) in package.Blobs)
                {
                    var file = Path.Combine(folder.FullName, package.Folder, path);
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
                    await using var entry = await zip.CreateEntry($"{package.Folder}/{path}").OpenAsync(TestContext.Current.CancellationToken);
                    await entry.WriteAsync(content, TestContext.Current.CancellationToken);
                }
            }

            Assert.NotEmpty(expected);
            var fromFolder = PackageOpener.OpenFolder(Path.Combine(folder.FullName, package.Folder), PackageLimits.Default);
            Assert.Equal(expected, (await PackageVerification.CheckAsync(fromFolder, "", null, TestContext.Current.CancellationToken)).Findings);
            var fromZip = await PackageOpener.OpenAsync(bytes, folder.FullName, PackageLimits.Default, TestContext.Current.CancellationToken);
            Assert.Equal(expected, (await PackageVerification.CheckAsync(fromZip, "", null, TestContext.Current.CancellationToken)).Findings);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
