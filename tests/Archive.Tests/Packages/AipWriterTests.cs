using System.Security.Cryptography;
using System.Xml.Linq;
using Archive.Description;
using Archive.Packages;
using Archive.Records;

namespace Archive.Tests.Packages;

public sealed class AipWriterTests
{
    private static readonly XNamespace Doc = "urn:records-archive:tt05-2025:document";
    private static readonly XNamespace Premis = "http://www.loc.gov/premis/v3";

    [Fact]
    public async Task The_package_is_laid_out_as_the_circular_has_it()
    {
        var package = await Parcels.Written(Parcels.Plan(records: 2));
        Assert.Equal("urn_uuid_6F1C1B52-7A0E-4D7A-9B57-0A1C2D3E4F50", package.Folder);
        Assert.Equal(
            [
                "METS.xml", "metadata/descriptive/EAD.xml", "metadata/preservation/PREMIS.xml", "representations/rep1/METS.xml",
                "representations/rep1/data/H26.02.2023.01.TCNS.1.pdf", "representations/rep1/data/H26.02.2023.01.TCNS.2.pdf",
                "representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml", "representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.2.xml",
                "representations/rep1/metadata/preservation/PREMIS_rep1.xml",
                "schemas/DILCISExtensionMETS.xsd", "schemas/EAD.xsd", "schemas/EAD_doc.xsd", "schemas/METS.xsd", "schemas/premis.xsd", "schemas/xlink.xsd",
            ],
            package.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_METS_file_of_the_package_is_stored_last_so_that_an_unfinished_package_shows() =>
        Assert.Equal("METS.xml", (await Parcels.Written(Parcels.Plan())).Order[^1]);

    [Theory]
    [InlineData(PackageKind.Dossier)]
    [InlineData(PackageKind.LooseBatch)]
    public async Task Every_file_is_returned_with_the_size_and_digest_of_what_was_stored(PackageKind kind)
    {
        var package = await Parcels.Written(Parcels.Plan(kind));
        Assert.Equal(package.Blobs.Keys.Order(), package.Files.Select(file => file.Path).Order());
        Assert.All(package.Files, file => Assert.Equal((package.Blobs[file.Path].LongLength, Convert.ToHexStringLower(SHA256.HashData(package.Blobs[file.Path]))), (file.Size, file.Digest.Value)));
    }

    [Fact]
    public async Task Writing_twice_gives_the_same_bytes_whatever_has_happened_to_the_records_since()
    {
        var first = await Parcels.Written(Parcels.Plan());
        var again = await Parcels.Written(Parcels.Plan(), Parcels.Sources(
            journal: [.. Parcels.Journal, new(EventTypes.FixityCheck, Parcels.Created.AddYears(1), "somebody", "later", EventOutcome.Success, "")]));
        Assert.Equal(first.Order, again.Order);
        Assert.All(first.Blobs, blob => Assert.Equal(blob.Value, again.Blobs[blob.Key]));
    }

    [Fact]
    public async Task Values_that_are_hostile_to_XML_survive_and_what_XML_forbids_leaves_a_mark()
    {
        const string Hostile = "Về việc <b>\"mua sắm\"</b> & 'đấu thầu' ]]> \r\n\tở Hà Nội 𠀋";
        var said = Parcels.Said([.. Parcels.Complete.Where(field => field.Field != Field.Subject && field.Field != Field.Autograph), (Field.Subject, Hostile), (Field.Autograph, "a\u0000b\uD800c\uFFFEd")]);
        var package = await Parcels.Written(Parcels.Plan() with { Title = Hostile, AgencyName = Hostile }, Parcels.Sources(said));
        var document = package.Xml("representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml").Root!;
        Assert.Equal((Hostile, "a\uFFFDb\uFFFDc\uFFFDd"), ((string?)document.Element(Doc + Field.Subject), (string?)document.Element(Doc + Field.Autograph)));
        Assert.Equal(Hostile, (string?)package.Xml("METS.xml").Root!.Attribute("LABEL"));
    }

    [Fact]
    public async Task A_signer_and_other_local_fields_outlive_the_database_in_PREMIS()
    {
        var premis = (await Parcels.Written(Parcels.Plan())).Xml("representations/rep1/metadata/preservation/PREMIS_rep1.xml");
        Assert.Contains(
            premis.Descendants(Premis + "significantProperties"),
            kept => (string?)kept.Element(Premis + "significantPropertiesType") == Field.SignerName && (string?)kept.Element(Premis + "significantPropertiesValue") == "Hà Minh Hải");
        Assert.Contains("Nguyễn Văn An", premis.Descendants(Premis + "signatureInformation").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dossier_is_described_by_its_documents_and_what_is_said_of_it_stands_before_that()
    {
        var plan = Parcels.Plan() with { Described = new Dictionary<string, string> { ["keyword"] = "chuyển đổi số", ["mode"] = "02" } };
        var fields = (await Parcels.Written(plan)).Xml("metadata/descriptive/EAD.xml").Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
        Assert.Equal(
            ("H26.99.H26.02.2023.01.TCNS", "01", "02", "15/03/2023", "3", "36", "1", "02", "chuyển đổi số"),
            (fields["arcFileCode"], fields["maintenance"], fields["mode"], fields["startDate"], fields["totalDoc"], fields["numberOfPage"], fields["riskRecovery"], fields["riskRecoveryStatus"], fields["keyword"]));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("C:x")]
    [InlineData(".hidden")]
    [InlineData("ends.")]
    [InlineData("-rf")]
    [InlineData("")]
    [InlineData("với dấu cách")]
    [InlineData("a\u0000")]
    [InlineData("a\uD800")]
    public async Task A_name_that_could_leave_the_package_is_refused(string docId)
    {
        var plan = Parcels.Plan() with { Records = [Parcels.Record(1) with { DocId = docId }] };
        Assert.Contains(new PlanRefusal.UnsafeName(docId), PlanRefusal.Of(plan));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Parcels.Written(plan));
    }

    [Theory]
    [InlineData("a.1", "a.1")]
    [InlineData("A.1", "a.1")]
    public void Two_documents_that_would_be_one_file_are_refused(string one, string other)
    {
        var plan = Parcels.Plan() with { Records = [Parcels.Record(1) with { DocId = one }, Parcels.Record(2) with { DocId = other }] };
        Assert.Equal([new PlanRefusal.SameName(one, other)], PlanRefusal.Of(plan));
    }

    [Fact]
    public void A_plan_is_refused_for_each_thing_it_lacks()
    {
        var plan = Parcels.Plan();
        Assert.Empty(PlanRefusal.Of(plan));
        Assert.Equal([new PlanRefusal.Blank("FondsCode"), new PlanRefusal.Blank("FileCode")], PlanRefusal.Of(plan with { FondsCode = " ", FileCode = null }));
        Assert.Equal([new PlanRefusal.WrongCount(0)], PlanRefusal.Of(plan with { Records = [] }));
        Assert.Contains(new PlanRefusal.WrongCount(10_001), PlanRefusal.Of(plan with { Records = [.. Enumerable.Repeat(Parcels.Record(1), 10_001)] }));
        Assert.Contains(new PlanRefusal.SameRecord(Parcels.Record(1).Id), PlanRefusal.Of(plan with { Records = [Parcels.Record(1), Parcels.Record(1) with { DocId = "other" }] }));
    }
}
