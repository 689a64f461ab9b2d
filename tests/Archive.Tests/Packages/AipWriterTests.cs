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
                "schemas/DILCISExtensionMETS.xsd", "schemas/EAD.xsd", "schemas/EAD_doc.xsd", "schemas/EAD_media.xsd", "schemas/EAD_pic.xsd", "schemas/METS.xsd", "schemas/premis.xsd", "schemas/xlink.xsd",
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
    public async Task Of_each_record_the_file_of_its_bytes_and_that_of_its_description_are_known()
    {
        var plan = Parcels.Plan();
        var files = (await Parcels.Written(plan, Parcels.Sources(Parcels.Complete, Parcels.Photo, Parcels.Recording))).Files;
        Assert.All(plan.Records.Zip(new[] { "doc", "pic", "media" }), one =>
        {
            Assert.Equal($"representations/rep1/data/{one.First.DocId}.pdf", Assert.Single(files, file => file.Content == one.First.Id).Path);
            Assert.Equal($"representations/rep1/metadata/descriptive/EAD_{one.Second}_{one.First.DocId}.xml", Assert.Single(files, file => file.Describes == one.First.Id).Path);
        });
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

    [Theory]
    [InlineData(PackageKind.Dossier, Field.DocCode)]
    [InlineData(PackageKind.LooseBatch, "arcDocCode")]
    [InlineData(PackageKind.Dissemination, "arcDocCode")]
    public async Task A_photo_and_a_recording_are_described_by_their_own_data_sets_and_joined_to_them(PackageKind kind, string code)
    {
        var plan = Parcels.Plan(kind) with { ArchiveCode = null };
        var package = await Parcels.Written(plan, Parcels.Sources(Parcels.Complete, Parcels.Photo, Parcels.Recording));
        foreach (var (number, name, said) in new[] { (2, "pic", Parcels.Photo), (3, "media", Parcels.Recording) })
        {
            var path = $"representations/rep1/metadata/descriptive/EAD_{name}_H26.02.2023.01.TCNS.{number}.xml";
            var fields = package.Xml(path).Root!.Elements().Select(field => (field.Name.LocalName, field.Value));
            Assert.Equal(said.Where(field => field.Field != Field.Subject).Select(field => (field.Field == Field.DocCode ? code : field.Field, field.Value)), fields);
            Assert.Equal(path, Joined(package, $"data/H26.02.2023.01.TCNS.{number}.pdf"));
        }

        Assert.Equal("representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml", Joined(package, "data/H26.02.2023.01.TCNS.1.pdf"));
    }

    [Fact]
    public async Task What_cannot_stand_in_its_field_as_it_was_said_is_written_as_it_can_and_kept_in_PREMIS_as_it_was()
    {
        (string, string)[] said =
        [
            .. Parcels.Photo.Where(field => field.Field is not (Field.TypePic or Field.Colour or Field.PhotoTime or Field.DocAttached)),
            (Field.TypePic, "ảnh"), (Field.Colour, "đen trắng"), (Field.PhotoTime, "Tết 1954"), (Field.DocAttached, "Biên bản bàn giao"),
        ];
        var package = await Parcels.Written(Parcels.Plan(PackageKind.LooseBatch, records: 1), Parcels.Sources(Parcels.Said(said)));
        var photo = package.Xml("representations/rep1/metadata/descriptive/EAD_pic_H26.02.2023.01.TCNS.1.xml").Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
        Assert.Equal(("02", "02", false, false), (photo[Field.TypePic], photo[Field.Colour], photo.ContainsKey(Field.PhotoTime), photo.ContainsKey(Field.DocAttached)));
        var kept = Kept(package);
        Assert.Equal(("ảnh", "đen trắng", "Tết 1954", "Biên bản bàn giao"), (kept[Field.TypePic], kept[Field.Colour], kept[Field.PhotoTime], kept[Field.DocAttached]));
        Assert.Empty(await new BlobPackage(package.Folder, package.Blobs).Check());
    }

    /// <summary>TT 05/2025, annex V.</summary>
    [Fact]
    public async Task A_document_a_reader_gets_has_the_twenty_fields_of_a_dissemination_package_and_no_other()
    {
        (string Field, string Value)[] said = [.. Parcels.Complete, (Field.InforSign, "CĐS"), (Field.Keyword, "lưu trữ"), (Field.Autograph, "Đã xem"), (Field.Format, "01"), (Field.Process, "0"), (Field.Description, "Bản ký số")];
        var package = await Parcels.Written(Parcels.Plan(PackageKind.Dissemination, records: 1), Parcels.Sources(Parcels.Said(said)));
        var fields = package.Xml("representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml").Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
        Assert.Equal(
            [
                "docId", "arcDocCode", "maintenance", "typeName", "codeNumber", "codeNotation", "issuedDate", "subject", "language", "numberOfPage", "inforSign", "keyword", "mode",
                "confidenceLevel", "autograph", "format", "process", "riskRecovery", "riskRecoveryStatus", "description",
            ],
            fields.Keys);
        Assert.Equal("H26.99.H26.02.2023.01.TCNS.0000001", fields["arcDocCode"]);
        Assert.Equal("Ủy ban nhân dân thành phố Hà Nội", Kept(package)[Field.OrganName]);
    }

    [Theory]
    [InlineData("H26.02.2023.01.TCNS.0000042", "H26.02.2023.01.TCNS.42", "H26.02.2023.01.TCNS.0000042")]
    [InlineData("H26.02.2023.01.TCNS.RAT.DAI.0000042", "42", "H26.02.2023.01.TCNS.RAT.DAI.0000042")]
    [InlineData("VB-7/2023", "1", "VB-7/2023")]
    [InlineData("", "1", "H26.02.2023.01.TCNS.1")]
    public async Task A_document_without_an_identifier_is_given_to_a_reader_with_one_made_of_its_code(string code, string docId, string given)
    {
        var said = Parcels.Complete.Where(field => field.Field is not (Field.DocId or Field.DocCode)).Append((Field.DocCode, code)).Where(field => field.Item2.Length > 0);
        var package = await Parcels.Written(Parcels.Plan(PackageKind.Dissemination, records: 1) with { ArchiveCode = null }, Parcels.Sources(Parcels.Said([.. said])));
        var document = package.Xml("representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml").Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
        Assert.Equal((docId, given), (document["docId"], document["arcDocCode"]));
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

    [Fact]
    public async Task The_schema_of_a_photos_description_lies_in_a_package_that_has_photos_and_is_not_asked_of_others()
    {
        foreach (var (said, missed) in new[] { (Parcels.Photo, true), (Parcels.Complete, false) })
        {
            var written = await Parcels.Written(Parcels.Plan(PackageKind.LooseBatch, records: 1), Parcels.Sources(said));
            var package = new BlobPackage(written.Folder, written.Blobs);
            package.Blobs.Remove("schemas/EAD_pic.xsd");
            Assert.Equal(missed, (await package.Check()).Any(finding => finding is { RuleId: "TT1", File: "schemas/EAD_pic.xsd" }));
        }
    }

    [Fact]
    public async Task A_dossier_of_photos_and_recordings_is_as_old_as_they_are()
    {
        var fields = (await Parcels.Written(Parcels.Plan(), Parcels.Sources([.. Parcels.Photo, (Field.IssuedDate, "06/1993")], Parcels.Photo, [.. Parcels.Recording.Where(field => field.Field != Field.RecordDate), (Field.RecordDate, "1995")])))
            .Xml("metadata/descriptive/EAD.xml").Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
        Assert.Equal(("04/1993", "1995"), (fields["startDate"], fields["endDate"]));
    }

    [Fact]
    public async Task Of_a_dossier_that_wants_no_backup_no_state_of_one_is_told()
    {
        var plan = Parcels.Plan() with { Described = new Dictionary<string, string> { [Field.RiskRecovery] = "0" } };
        var fields = (await Parcels.Written(plan)).Xml("metadata/descriptive/EAD.xml").Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
        Assert.Equal(("0", false), (fields[Field.RiskRecovery], fields.ContainsKey(Field.RiskRecoveryStatus)));
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

    /// <summary>The description that the division of a document joins to it.</summary>
    private static string Joined(WrittenPackage package, string document)
    {
        var root = package.Xml("representations/rep1/METS.xml").Root!;
        var file = root.Descendants(BlobPackage.M + "FLocat").Single(location => (string?)location.Attribute(BlobPackage.X + "href") == document).Parent!.Attribute("ID")!.Value;
        var division = root.Descendants(BlobPackage.M + "fptr").Single(pointer => (string?)pointer.Attribute("FILEID") == file).Parent!;
        var section = root.Elements(BlobPackage.M + "dmdSec").Single(section => section.Attribute("ID")!.Value == division.Attribute("DMDID")!.Value);
        return "representations/rep1/" + section.Element(BlobPackage.M + "mdRef")!.Attribute(BlobPackage.X + "href")!.Value;
    }

    /// <summary>What PREMIS keeps of the first document.</summary>
    private static Dictionary<string, string> Kept(WrittenPackage package) =>
        package.Xml("representations/rep1/metadata/preservation/PREMIS_rep1.xml").Root!.Elements(Premis + "object").First(one => one.Elements(Premis + "significantProperties").Any())
            .Elements(Premis + "significantProperties").ToDictionary(kept => kept.Element(Premis + "significantPropertiesType")!.Value, kept => kept.Element(Premis + "significantPropertiesValue")!.Value);
}
