using System.Security.Cryptography;
using System.Xml.Linq;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Records;
using static Archive.Tests.Packages.BlobPackage;

namespace Archive.Tests.Packages;

/// <summary>A check takes no longer than a package is large: of what a package may hold much of, no rule looks through all for each.</summary>
public sealed class LargePackageTests
{
    private const int Many = 20_000;
    private const int Enough = 120_000;

    private static readonly Sha256Digest Digest = Sha256Digest.Of(SHA256.HashData([]));

    [Theory(Timeout = Enough)]
    [InlineData("csip")]
    [InlineData("sip")]
    [InlineData("tt05-sip")]
    [InlineData("tt05-aip")]
    public async Task A_package_of_very_many_representations_is_checked(string specification) =>
        Assert.NotEmpty(await Task.Run(() => PackageRules.Check(Representations(), Latest(specification)), TestContext.Current.CancellationToken));

    [Fact(Timeout = Enough)]
    public async Task File_groups_that_name_no_folder_are_told_however_many_there_are()
    {
        var facts = Representations();
        foreach (var group in facts.Mets[0].Root.Descendants(M + "fileGrp"))
            group.SetAttributeValue("USE", "Elsewhere");
        var findings = await Task.Run(() => PackageRules.Check(facts, Latest("csip")), TestContext.Current.CancellationToken);
        Assert.Equal(PackageRules.MostPlaces, findings.Count(finding => finding.RuleId == "CSIP64"));
    }

    [Fact(Timeout = Enough)]
    public async Task A_package_of_very_many_roots_has_its_folder()
    {
        string[] stored = [.. Enumerable.Range(0, 2 * Many).Select(one => $"r{one}/a.txt"), "goi/METS.xml"];
        Assert.Equal("goi", (await Task.Run(() => PackagePaths.Of(stored), TestContext.Current.CancellationToken)).Folder);
    }

    private static Specification Latest(string name) => Specification.All.Last(one => one.Name == name);

    /// <summary>Each with a group, a division and a METS file of its own, and a description of a whole beside its document.</summary>
    private static PackageFacts Representations()
    {
        var names = Enumerable.Range(0, Many).Select(one => $"representations/rep{one}").ToArray();
        var root = new XElement(
            M + "mets",
            new XElement(M + "fileSec", names.Select((name, at) => new XElement(M + "fileGrp", new XAttribute("ID", $"g{at}"), new XAttribute("USE", "R" + name[1..])))),
            new XElement(M + "structMap", new XAttribute("LABEL", "CSIP"), new XElement(M + "div", names.Select((name, at) => new XElement(
                M + "div", new XAttribute("LABEL", "R" + name[1..]),
                new XElement(M + "mptr", new XAttribute(X + "href", $"{name}/METS.xml"), new XAttribute(X + "title", $"g{at}")))))));
        MetsFacts[] mets = [new("METS.xml", root), .. names.Select(name => new MetsFacts($"{name}/METS.xml", new XElement(M + "mets")))];
        var described = new Dictionary<string, string> { ["totalDoc"] = "1" };
        return new PackageFacts(
            ["goi"],
            mets.Select(one => one.Path).Concat(names.Select(name => $"{name}/data/a.pdf")).ToDictionary(path => path, path => new FileFacts(path, 0, Digest)),
            mets,
            [],
            [.. names.Select(name => new DescriptionFacts($"{name}/metadata/descriptive/EAD.xml", "", DescriptionKind.Dossier, described, []))],
            []);
    }
}
