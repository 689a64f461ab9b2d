using System.Text;
using System.Xml.Linq;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>Submission packages of the circular as the software in use writes them, and as nobody should.</summary>
public sealed class CircularPackageTests
{
    private const string Rep = "representations/rep1/";
    private const string FirstDocument = Rep + "metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml";

    /// <summary>All deviations known of the example published for the circular, at once.</summary>
    [Fact]
    public async Task A_package_written_as_the_published_example_is_read_and_told_what_it_has_otherwise()
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        Descriptions(package);
        package.Edit(Rep + BlobPackage.Mets, root =>
        {
            foreach (var reference in root.Descendants(BlobPackage.M + "mdRef"))
                reference.SetAttributeValue("MDTYPEVERSION", "1.0.0");
            foreach (var link in root.Descendants(BlobPackage.M + "mdRef").Attributes(BlobPackage.X + "href"))
                link.Value = link.Value.Replace("EAD_doc_", "EAD_DOC_", StringComparison.Ordinal);
            root.Element(BlobPackage.M + "dmdSec")!.AddBeforeSelf(new XElement(BlobPackage.M + "amdSec"));
            root.Element(BlobPackage.M + "metsHdr")!.Add(new XElement(
                BlobPackage.M + "agent", new XAttribute("ROLE", "CREATOR"), new XAttribute("TYPE", "INDIVIDUAL"), new XElement(BlobPackage.M + "name", "donggoi01")));
            root.Descendants(BlobPackage.M + "note").Remove();
        });
        package.Edit(BlobPackage.Mets, root =>
        {
            var note = root.Descendants(BlobPackage.M + "note").Single();
            (note.Value, note.Attribute(BlobPackage.C + "NOTETYPE")!.Value) = ("P021", "IDENTIFICATIONCODE");
            root.Descendants(BlobPackage.M + "altRecordID").Single().Value = "H26.02.2023.01.TCNS";
            foreach (var schema in root.Descendants(BlobPackage.M + "fileGrp").First().Elements())
                schema.SetAttributeValue("MIMETYPE", "application/octet-stream");
        });
        package.Blobs["mets.xml"] = package.Blobs[BlobPackage.Mets];
        package.Blobs.Remove(BlobPackage.Mets);
        Recipe.Seal(package, [.. package.Blobs.Keys]);

        var report = await PackageCheck.CheckAsync(package, null, TestContext.Current.CancellationToken);
        Assert.Equal((Specification.CircularSip, PackageVerdict.Valid), (report.Specification, report.Verdict));
        Assert.Equal(
            ["TOL10", "TOL11", "TOL12", "TOL13", "TOL16", "TOL17", "TOL2", "TOL3", "TOL5", "TOL6", "TOL7", "TOL9"],
            report.Findings.Select(finding => finding.RuleId).Distinct().Order(StringComparer.Ordinal));
    }

    private static void Descriptions(BlobPackage package)
    {
        package.Edit("metadata/descriptive/EAD.xml", root => root.Element("paperFileCode")!.Value = "");
        foreach (var path in package.Blobs.Keys.Where(path => path.Contains("/descriptive/EAD_", StringComparison.Ordinal)).ToArray())
        {
            package.Edit(path, root => root.Element("docCode")!.Value = root.Element("docCode")!.Value.Replace(".2023.", ".2024.", StringComparison.Ordinal));
            package.Blobs[path] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(package.Blobs[path]).Replace("docCode>", "arcDocCode>", StringComparison.Ordinal));
            var name = path.Replace("EAD_doc_", "EAD_DOC_", StringComparison.Ordinal);
            var bytes = package.Blobs[path];
            package.Blobs.Remove(path);
            package.Blobs[name] = bytes;
        }
    }

    [Fact]
    public async Task The_order_and_the_namespace_of_a_descriptions_fields_are_free()
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        XNamespace space = "http://example.org/tt05";
        package.Edit(FirstDocument, root =>
        {
            root.ReplaceNodes(root.Elements().Reverse());
            foreach (var element in root.DescendantsAndSelf())
                element.Name = space + element.Name.LocalName;
        });
        Recipe.Seal(package, [FirstDocument]);
        Assert.Empty(await package.Check(asked: null));
    }

    [Theory]
    [InlineData("2023")]
    [InlineData("03/2023")]
    public async Task A_date_may_be_partial(string date)
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        package.Edit(FirstDocument, root => root.Element("issuedDate")!.Value = date);
        Recipe.Seal(package, [FirstDocument]);
        Assert.Empty(await package.Check(asked: null));
    }

    [Fact]
    public async Task Digests_in_capitals_are_read()
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        package.Edit(BlobPackage.Mets, root =>
        {
            foreach (var digest in root.Descendants().Attributes("CHECKSUM"))
                digest.Value = digest.Value.ToUpperInvariant();
        });
        Assert.Empty(await package.Check(asked: null));
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../evil")]
    [InlineData("uuid/../../evil")]
    [InlineData("uuid\\..\\evil")]
    [InlineData("C:/evil")]
    [InlineData("uuid//evil")]
    [InlineData("uuid/evil\n")]
    public async Task A_path_that_leads_out_of_the_package_is_named_and_never_opened(string path)
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        package.Beside[path] = [1];
        var findings = await package.Check(asked: null);
        Assert.Equal([("PTH1", path)], findings.Select(finding => (finding.RuleId, finding.File)));
        Assert.DoesNotContain(path, package.Opened);
    }

    [Fact]
    public async Task A_description_larger_than_one_may_be_is_measured_and_not_read()
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        package.Blobs[FirstDocument] = new byte[(16 << 20) + 1];
        Recipe.Seal(package, [FirstDocument]);
        var findings = await package.Check(asked: null);
        Assert.Contains(findings, finding => finding is { RuleId: "XML3", File: FirstDocument, Where: "file" });
        Assert.Equal(1, package.Opened.Count(path => path.EndsWith(FirstDocument, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Rep + "METS.xml", "mets", "http://www.loc.gov/METS/", "XML1")]
    [InlineData("metadata/descriptive/EAD.xml", "simpledc", "", "XML3")]
    [InlineData("metadata/preservation/PREMIS.xml", "premis", "http://www.loc.gov/premis/v3", "XML2")]
    public async Task XML_nested_without_end_is_a_finding_and_not_the_end(string path, string name, string space, string rule)
    {
        const int Levels = 200_000;
        var package = SamplePackages.Base("tt05-sip-dossier");
        string Repeated(string tag) => string.Concat(Enumerable.Repeat(tag, Levels));
        package.Blobs[path] = Encoding.UTF8.GetBytes($"<{name} xmlns='{space}'><title>{Repeated("<a>")}{Repeated("</a>")}</title></{name}>");
        Assert.Contains(await package.Check(asked: null), finding => finding.RuleId == rule && finding.File == path);
        var dossier = (await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier;
        await foreach (var document in dossier.DocumentsAsync(TestContext.Current.CancellationToken))
            Assert.NotEmpty(document.Path);
    }

    [Fact]
    public async Task Of_one_rule_no_more_than_a_thousand_places_are_told_and_none_at_any_length()
    {
        var package = SamplePackages.Base("sip");
        package.Edit(BlobPackage.Mets, root => root.Descendants(BlobPackage.M + "fileGrp").First().Add(
            Enumerable.Range(0, PackageRules.MostPlaces + 1).Select(number => new XElement(BlobPackage.M + "file", new XAttribute("ID", $"f{number}"), new XAttribute("SIZE", new string('x', 5000))))));
        var told = (await package.Check(asked: null)).Where(finding => finding.RuleId == "CSIP69").ToArray();
        Assert.Equal(PackageRules.MostPlaces, told.Length);
        Assert.All(told, finding => Assert.True(finding.Found.Length < 1000));
    }
}
