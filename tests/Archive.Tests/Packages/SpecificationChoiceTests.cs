using System.Xml.Linq;
using Archive.Packages;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>What a package says it follows, and what it is checked against when it does not say.</summary>
public sealed class SpecificationChoiceTests
{
    private const string Csip = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml";

    [Theory]
    [InlineData("https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml", "SIP", "sip-2.2.0")]
    [InlineData("https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-1-0.xml", "SIP", "sip-2.1.0")]
    [InlineData("https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-0-4.xml", "SIP", "sip-2.0.4")]
    [InlineData("https://earkaip.dilcis.eu/profile/E-ARK-AIP-v2-2-0.xml", "AIP", "aip-2.2.0")]
    [InlineData("https://earkdip.dilcis.eu/profile/E-ARK-DIP-v2-1-0.xml", "DIP", "dip-2.1.0")]
    [InlineData("https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-1-0.xml", "SIP", "csip-2.1.0")]
    [InlineData("https://example.org/mine-v2-1-0.xml", "AIC", "csip-2.1.0")]
    public void The_profile_and_the_package_type_tell(string profile, string type, string code)
    {
        var choice = SpecificationChoice.Of(Facts(profile, type, null));
        Assert.Equal((code, null), (choice.Specification.Code, choice.Doubt));
    }

    [Fact]
    public void The_version_of_the_schemas_tells_where_the_profile_does_not()
    {
        var choice = SpecificationChoice.Of(Facts(Csip, "SIP", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS https://earkcsip.dilcis.eu/schema/v2.0.4/DILCISExtensionMETS.xsd"));
        Assert.Equal(("csip-2.0.4", null), (choice.Specification.Code, choice.Doubt));
    }

    [Fact]
    public void A_version_in_the_profile_counts_before_that_of_the_schemas()
    {
        var choice = SpecificationChoice.Of(Facts("https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-1-1.xml", "SIP", "urn:x https://earkcsip.dilcis.eu/schema/v2.0.4/DILCISExtensionMETS.xsd"));
        Assert.Equal("csip-2.1.0", choice.Specification.Code);
        Assert.NotNull(choice.Doubt);
    }

    [Theory]
    [InlineData(Csip, "SIP", "csip-2.2.0")]
    [InlineData("", "SIP", "sip-2.2.0")]
    [InlineData("https://earksip.dilcis.eu/profile/E-ARK-SIP-v9-9-9.xml", "SIP", "sip-2.2.0")]
    [InlineData("https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-3-0.xml", "SIP", "sip-2.2.0")]
    [InlineData("https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-1-1.xml", "SIP", "csip-2.1.0")]
    [InlineData("https://earkdip.dilcis.eu/profile/E-ARK-DIP-v2-0-2.xml", "DIP", "dip-2.0.4")]
    [InlineData("https://earkdip.dilcis.eu/profile/E-ARK-DIP-v2-0-9.xml", "DIP", "dip-2.0.4")]
    [InlineData("", null, "csip-2.2.0")]
    public async Task What_cannot_be_told_is_the_nearest_version_or_the_latest_and_a_finding_says_so(string profile, string? type, string code)
    {
        Assert.NotNull(SpecificationChoice.Of(Facts(profile, type, null)).Doubt);
        var package = await BlobPackage.Of();
        package.Blobs.Clear();
        package.Blobs[BlobPackage.Mets] = System.Text.Encoding.UTF8.GetBytes(Root(profile, type, null).ToString());
        var report = await PackageCheck.CheckAsync(package, null, TestContext.Current.CancellationToken);
        Assert.Equal((code, "VER1", RuleLevel.May), (report.Specification?.Code, report.Findings[0].RuleId, report.Findings[0].Level));

        var asked = await PackageCheck.CheckAsync(package, Specification.Find("dip-2.0.4"), TestContext.Current.CancellationToken);
        Assert.Equal("dip-2.0.4", asked.Specification?.Code);
        Assert.DoesNotContain("VER1", asked.Findings.Select(finding => finding.RuleId));
    }

    [Theory]
    [InlineData("SIP", "tt05-sip-2025")]
    [InlineData("AIP", "tt05-aip-2025")]
    [InlineData("DIP", "tt05-dip-2025")]
    public void A_package_described_in_the_circulars_way_is_the_circulars(string type, string code)
    {
        var facts = Facts(Csip, type, null) with { Descriptions = [new DescriptionFacts(PackageNames.Description, "", DescriptionKind.Dossier, new Dictionary<string, string>(), [])] };
        Assert.Equal((code, null), (SpecificationChoice.Of(facts).Specification.Code, SpecificationChoice.Of(facts).Doubt));
    }

    [Fact]
    public async Task A_package_without_METS_is_checked_all_the_same()
    {
        var package = await BlobPackage.Of();
        package.Blobs.Clear();
        package.Blobs["readme.txt"] = [1];
        Assert.Equal(PackageVerdict.Invalid, (await PackageCheck.CheckAsync(package, null, TestContext.Current.CancellationToken)).Verdict);
    }

    [Fact]
    public void A_level_is_that_of_the_version()
    {
        var rule = PackageRule.Should("X1", "", _ => []).Was(RuleLevel.Must, "2.1.0");
        Assert.Equal(
            [RuleLevel.Must, RuleLevel.Must, RuleLevel.Should, RuleLevel.Should],
            new[] { "csip-2.0.4", "csip-2.1.0", "csip-2.2.0", "tt05-sip-2025" }.Select(code => rule.In(Specification.Find(code)!)));
    }

    private static PackageFacts Facts(string profile, string? type, string? schemas) => new(
        ["package"], new Dictionary<string, FileFacts>(), [MetsFacts.Of(PackageNames.Mets, Root(profile, type, schemas))], [], [], []);

    private static XElement Root(string profile, string? type, string? schemas) => new(
        BlobPackage.M + "mets",
        new XAttribute("PROFILE", profile),
        schemas is null ? null : new XAttribute(XName.Get("schemaLocation", MetsVocabulary.Instance), schemas),
        new XElement(BlobPackage.M + "metsHdr", type is null ? null : new XAttribute(BlobPackage.C + "OAISPACKAGETYPE", type)));
}
