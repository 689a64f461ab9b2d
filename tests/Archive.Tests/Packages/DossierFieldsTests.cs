using Archive.Packages;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

public sealed class DossierFieldsTests
{
    private static readonly Dictionary<string, string> Submitted = new()
    {
        ["fileCode"] = "H26.02.2023.01", ["title"] = " Hồ sơ  e\u0302 ", ["maintenance"] = "1", ["mode"] = "01", ["language"] = "01,02", ["startDate"] = "2023", ["endDate"] = "31/12/2023",
        ["totalDoc"] = "3", ["numberOfPage"] = "36", ["numberOfPaper"] = "20", ["keyword"] = "số hóa", ["inforSign"] = new string('x', 31), ["confidenceLevel"] = "02", ["paperFileCode"] = "A.1.2",
        ["riskRecovery"] = "0", ["format"] = "new", ["description"] = "", ["other"] = "x",
    };

    [Fact]
    public void The_words_stay_and_codes_are_written_as_the_circular_writes_them()
    {
        var fields = DossierFields.Of(DescriptionKind.Dossier, Submitted, 3);
        Assert.Equal((" Hồ sơ  e\u0302 ", "01", "01;02", "3", "36", "A.1.2"), (fields["title"], fields["maintenance"], fields["language"], fields["totalDoc"], fields["numberOfPage"], fields["paperFileCode"]));
        Assert.DoesNotContain(fields.Keys, name => name is "fileCode" or "inforSign" or "format" or "description" or "other");
    }

    [Fact]
    public void Of_a_package_with_other_documents_than_the_submission_the_counts_are_its_own() =>
        Assert.DoesNotContain(DossierFields.Of(DescriptionKind.Dossier, Submitted, 2).Keys, name => name is "totalDoc" or "numberOfPaper" or "numberOfPage");

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_archival_package_says_it_and_passes_the_check(int documents)
    {
        var written = await Parcels.Written(Parcels.Plan(records: documents) with { Described = DossierFields.Of(DescriptionKind.Dossier, Submitted, documents) });
        var description = written.Xml("metadata/descriptive/EAD.xml").Root!;
        Assert.Equal("A.1.2", description.Elements().Single(field => field.Name.LocalName == "paperFileCode").Value);
        Assert.Empty(await new BlobPackage(written.Folder, written.Blobs).Check(Specification.CircularAip));
    }
}
