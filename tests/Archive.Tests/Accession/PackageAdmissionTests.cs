using Archive.Accession;
using Archive.Packages.Rules;
using Archive.Records;

namespace Archive.Tests.Accession;

public sealed class PackageAdmissionTests
{
    private static readonly PackageReport Clean = new(Specification.CircularSip, "goi", 9, 900, []);

    [Theory]
    [InlineData("H26.02.2023.01.TCNS", null)]
    [InlineData("000.00.02.H26.2023.01", null)]
    [InlineData("h26.02.2023.01", null)]
    [InlineData("LTLS.H26.000.00.02.H26.2018.05.TCCB", null)]
    [InlineData("H26.03.2023.01.TCNS", "P-525")]
    [InlineData("H26.022.2023.01", "P-525")]
    [InlineData("PHONG-CU.2023.01", "P-525")]
    [InlineData(null, null)]
    public void A_dossiers_code_is_compared_with_its_depositors(string? fileCode, string? finding) =>
        Assert.Equal(finding, Judge(Clean, fileCode: fileCode).SingleOrDefault()?.Code);

    [Fact]
    public void A_copy_made_for_a_reader_is_not_for_deposit() => Assert.Equal(["P-520"], Judge(Clean with { Specification = Specification.CircularDip }).Select(finding => finding.Code));

    [Fact]
    public void A_package_without_documents_is_none() => Assert.Equal(["P-521"], Judge(Clean, documents: 0).Select(finding => finding.Code));

    [Theory]
    [InlineData(RuleLevel.Must, "P-522")]
    [InlineData(RuleLevel.Should, "P-523")]
    [InlineData(RuleLevel.May, "P-524")]
    public void A_broken_rule_is_told_by_how_binding_it_is(RuleLevel level, string code) =>
        Assert.Equal([code], Judge(Clean with { Findings = [new PackageFinding("CSIP1", level, "METS.xml", "mets/@OBJID", "nothing", "an id")] }).Select(finding => finding.Code));

    [Fact]
    public void Of_many_findings_the_worst_are_told()
    {
        var noted = new PackageFinding("TOL1", RuleLevel.May, "METS.xml", "mets", "", "");
        var broken = new PackageFinding("FIX2", RuleLevel.Must, new string('a', 5000), "mets", "", "");
        var findings = Judge(Clean with { Findings = [.. Enumerable.Repeat(noted, 200), broken] });
        Assert.Equal((PackageAdmission.MostFindings, "P-522"), (findings.Count, findings[0].Code));
        Assert.All(findings, finding => Assert.True(finding.Where.Length < 400));
    }

    private static IReadOnlyList<Finding> Judge(PackageReport report, int documents = 3, string? fileCode = "H26.02.2023.01.TCNS") => PackageAdmission.Judge(
        new PackageArrival(new Agency(AgencyCode.Parse("H26.02"), "Sở Nội vụ", "Home Affairs"), "H26.02/goi.zip", "goi.zip", 100, null, null, null, report, documents, fileCode, null), new AdmissionPolicy());
}
