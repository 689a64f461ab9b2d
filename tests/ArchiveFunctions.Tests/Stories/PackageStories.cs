using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Archive.Description;
using Archive.Packages.Rules;
using Archive.Records;
using ArchiveFunctions.Accession;
using EmbeddedHost.Packages;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A dossier comes as one package, and is its documents afterwards.</summary>
[Collection(StoryCollection.Name)]
public sealed class PackageStories(RunningArchive archive)
{
    private const string Dossier = "tt05-sip-dossier";
    private const string FirstDocument = "representations/rep1/data/H26.02.2023.01.TCNS.1.pdf";
    private const string FirstDescription = "representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml";

    [Fact]
    public async Task A_dossier_becomes_its_documents_in_order_with_their_codes()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();

        var outcome = await agency.OutcomeOf("ho-so.zip");
        Assert.Equal("unpacked", outcome.GetProperty("status").GetString());
        var package = outcome.GetProperty("package");
        Assert.Equal(("tt05-sip-2025", "H26.02.2023.01.TCNS"), (package.GetProperty("specification").GetString(), package.GetProperty("fileCode").GetString()));

        using var officer = await agency.Officer();
        var id = outcome.GetProperty("uploadId").GetString();
        var documents = (await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads/{id}/documents")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["admitted"], documents.Select(document => document.GetProperty("status").GetString()).Distinct());
        Assert.Equal(5, documents.Count);
        Assert.Equal(5, (await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads/{id}")).GetProperty("package").GetProperty("progress").GetProperty("admitted").GetInt32());

        var record = await agency.Record(parcel.Files[FirstDocument]);
        Assert.Equal(("H26.02.2023.01.TCNS", "H26.02.2023.01.TCNS.0000001"), (record!.Description.Value(Field.FileCode), record.Description.Value(Field.DocCode)));
        Assert.Equal(5, (await officer.GetFromJsonAsync<JsonElement>($"api/records?agency={agency.Code}&dossier=H26.02.2023.01.TCNS")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task The_dossier_is_kept_as_it_was_described_with_its_documents_and_the_one_it_only_names()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();

        var register = archive.Get<DossierRegister>();
        var dossier = await register.Find(agency.Code, "H26.02.2023.01.TCNS", CancellationToken.None);
        Assert.False(string.IsNullOrEmpty(dossier!.Title));
        var members = await register.Members(agency.Code, "H26.02.2023.01.TCNS", 0, 100, CancellationToken.None);
        Assert.Equal([1, 2, 3, 4, 5, 6], members.Select(member => member.Place));
        Assert.Single(members, member => member.RecordId is null);
        Assert.Equal(RecordId.ForContent(agency.Code, Sha256Digest.Of(System.Security.Cryptography.SHA256.HashData(parcel.Files[FirstDocument]))).Value, members[0].RecordId);
    }

    [Fact]
    public async Task A_dossier_whose_code_came_decomposed_is_found_by_the_code_of_its_documents()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        foreach (var path in parcel.Files.Keys.Where(path => path.Contains("/descriptive/", StringComparison.Ordinal)).ToArray())
        {
            parcel.Edit(path, root =>
            {
                foreach (var field in root.Elements().Where(field => field.Name.LocalName is "fileCode" or "docCode"))
                    field.Value = field.Value.Replace(".TCNS", ".TỔ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
            });
        }

        await agency.Puts("ho-so.zip", parcel.Measured().Zip());
        await archive.Settles();
        var code = (await agency.Record(parcel.Files[FirstDocument]))!.Description.Value(Field.FileCode)!;
        Assert.NotNull(await archive.Get<DossierRegister>().Find(agency.Code, code, CancellationToken.None));
    }

    [Fact]
    public async Task Its_photos_and_recordings_keep_what_is_said_of_them()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();

        var photo = await agency.Record(parcel.Files["representations/rep1/data/H26.02.2023.01.TCNS.3.png"]);
        var recording = await agency.Record(parcel.Files["representations/rep1/data/H26.02.2023.01.TCNS.4.wav"]);
        Assert.All([Field.TypePic, Field.EventName, Field.ImageTitle, Field.Photographer, Field.Subject], field => Assert.False(string.IsNullOrEmpty(photo!.Description.Value(field)), field));
        Assert.All([Field.TypeMedia, Field.MovieTitle, Field.PlayTime, Field.Subject], field => Assert.False(string.IsNullOrEmpty(recording!.Description.Value(field)), field));
    }

    [Fact]
    public async Task A_package_with_one_changed_byte_is_refused_whole_and_its_report_says_where()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        parcel.Files[FirstDocument][^1] ^= 1;
        await agency.Puts("hong.zip", parcel.Zip());
        await archive.Settles();

        var (status, findings) = await agency.SeesOf("hong.zip");
        Assert.Equal("refused", status);
        Assert.Contains("P-522", findings);
        Assert.Null(await agency.Record(parcel.Files[FirstDocument]));
        Assert.Contains(await archive.InQuarantine(agency.Code.Value), blob => blob.EndsWith("/content", StringComparison.Ordinal));

        using var officer = await agency.Officer();
        var id = (await agency.OutcomeOf("hong.zip")).GetProperty("uploadId").GetString();
        var report = ReportJson.Read(await officer.GetByteArrayAsync($"api/agencies/{agency.Code}/uploads/{id}/report"));
        Assert.Contains(report.Findings, finding => finding.RuleId == "FIX2" && finding.File == FirstDocument);
        var page = await officer.GetStringAsync($"desk/agencies/{agency.Code}/uploads/{id}/report");
        Assert.Contains("FIX2", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tt05-sip-dossier", false)]
    [InlineData("tt05-sip-batch", true)]
    public async Task What_the_archive_says_of_a_package_its_agency_hears_beforehand_byte_for_byte(string sample, bool broken)
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(sample);
        if (broken)
            parcel.Documents.First()[0] ^= 1;
        var file = Path.Combine(Directory.CreateTempSubdirectory("before").FullName, "goi.zip");
        await File.WriteAllBytesAsync(file, parcel.Zip());
        await using var said = new StringWriter();
        Assert.Equal(broken ? 1 : 0, await PackageCheckRun.RunAsync(new PackageCheckOptions(file, null, Json: true), said, TextWriter.Null, CancellationToken.None));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        await agency.Puts("goi.zip", parcel.Zip());
        await archive.Settles();
        using var officer = await agency.Officer();
        var id = (await agency.OutcomeOf("goi.zip")).GetProperty("uploadId").GetString();
        Assert.Equal($"{said}", await officer.GetStringAsync($"api/agencies/{agency.Code}/uploads/{id}/report"));
    }

    [Fact]
    public async Task A_bag_becomes_its_payload()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("In a bag");
        await agency.Puts("tui.zip", Parcel.Bag(("data/văn bản.pdf", content)));
        await archive.Settles();

        var outcome = await agency.OutcomeOf("tui.zip");
        Assert.Equal(("unpacked", "bagit-1.0"), (outcome.GetProperty("status").GetString(), outcome.GetProperty("package").GetProperty("specification").GetString()));
        Assert.Equal(RecordStatus.Described, (await agency.Record(content))!.Status);
        Assert.Equal("văn bản.pdf", (await agency.Record(content))!.Content.OriginalName);
    }

    [Fact]
    public async Task A_package_in_a_package_is_refused_and_the_rest_of_it_comes_in()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Beside another package");
        await agency.Puts("tui.zip", Parcel.Bag(("data/a.pdf", content), ("data/goi.zip", Parcel.Of("tt05-sip-batch").Zip())));
        await archive.Settles();

        var progress = await Progress(agency, await agency.OutcomeOf("tui.zip"));
        Assert.Equal((1, 1), (progress.GetProperty("admitted").GetInt32(), progress.GetProperty("refused").GetInt32()));
        Assert.Equal(RecordStatus.Described, (await agency.Record(content))!.Status);
    }

    [Fact]
    public async Task A_package_that_comes_again_changes_what_is_said_and_stores_nothing_twice()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();
        parcel.Edit(FirstDescription, root => root.Elements().Single(field => field.Name.LocalName == "subject").Value = "Trích yếu đã sửa").Measured();
        await agency.Puts("ho-so-2.zip", parcel.Zip());
        await archive.Settles();

        var again = await agency.OutcomeOf("ho-so-2.zip");
        Assert.Equal(("unpacked", 5), (again.GetProperty("status").GetString(), (await Progress(agency, again)).GetProperty("alreadyHeld").GetInt32()));
        Assert.Equal("Trích yếu đã sửa", (await agency.Record(parcel.Files[FirstDocument]))!.Description.Value(Field.Subject));
        Assert.Equal(1, (await agency.Finds("trich yeu da sua")).GetProperty("count").GetInt32());
        Assert.Equal(5, (await agency.Finds("")).GetProperty("count").GetInt32());
    }

    /// <summary>TT 05/2025: a package of RECORDSTATUS SUPPLEMENT; its own places and codes begin from 1 again.</summary>
    [Fact]
    public async Task A_supplement_puts_its_documents_behind_those_the_dossier_has_and_comes_twice_as_once()
    {
        var agency = await archive.NewAgency();
        var (first, added) = (Parcel.Of(Dossier), Documents.Pdf("A supplement"));
        await agency.Puts("ho-so.zip", first.Zip());
        await archive.Settles();
        var before = await Members(agency);

        var supplement = Supplement(added);
        foreach (var name in new[] { "bo-sung.zip", "bo-sung-lan-2.zip" })
        {
            await agency.Puts(name, supplement.Zip());
            await archive.Settles();
            Assert.Equal("unpacked", (await agency.SeesOf(name)).Status);
            Assert.Equal([.. before.Select(member => member.RecordId), agency.IdOf(added).Value], (await Members(agency)).Select(member => member.RecordId));
        }

        // The package it supplements is sent once more, and does not take the place away.
        await agency.Puts("ho-so-lan-2.zip", first.Zip());
        await archive.Settles();
        Assert.Equal([.. before, new DossierMember(7, agency.IdOf(added).Value, "H26.02.2023.01.TCNS.0000001", FirstDocument) { Added = true }], await Members(agency));
    }

    [Fact]
    public async Task A_supplement_that_is_there_before_its_dossier_makes_room_for_it()
    {
        var agency = await archive.NewAgency();
        var added = Documents.Pdf("A supplement that came first");
        var supplement = Supplement(added);
        await agency.Puts("bo-sung.zip", supplement.Zip());
        await archive.Settles();
        Assert.Equal(6, (await Members(agency)).Count);

        var first = Parcel.Of(Dossier);
        await agency.Puts("ho-so.zip", first.Zip());
        await archive.Settles();
        var members = await Members(agency);
        Assert.Equal([agency.IdOf(first.Files[FirstDocument]).Value, agency.IdOf(added).Value], new[] { members[0].RecordId, members[^1].RecordId });
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], members.Select(member => member.Place));
    }

    [Fact]
    public async Task A_document_of_two_dossiers_is_kept_once_and_found_in_both()
    {
        const string Own = "H26.02.2023.01.TCNS", Other = "H26.02.2024.09.TCNS";
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();
        for (var time = 1; time <= 2; time++)
        {
            await agency.Puts($"ho-so-khac-{time}.zip", parcel.Refiled(Own, Other).Zip());
            await archive.Settles();
            Assert.Equal(5, (await Progress(agency, await agency.OutcomeOf($"ho-so-khac-{time}.zip"))).GetProperty("alreadyHeld").GetInt32());
        }

        var record = (await agency.Record(parcel.Files[FirstDocument]))!;
        Assert.Equal((Own, $"{Own}.0000001"), (record.Description.Value(Field.FileCode), record.Description.Value(Field.DocCode)));
        Assert.Equal([Other], record.AlsoIn);
        using var officer = await agency.Officer();
        foreach (var code in new[] { Own, Other })
            Assert.Equal(5, (await officer.GetFromJsonAsync<JsonElement>($"api/records?agency={agency.Code}&dossier={code}")).GetProperty("count").GetInt32());
        Assert.Equal(5, (await agency.Finds("")).GetProperty("count").GetInt32());
        Assert.Equal([1, 2, 3, 4, 5, 6], (await archive.Get<DossierRegister>().Members(agency.Code, Other, 0, 100, CancellationToken.None)).Select(member => member.Place));
        Assert.Equal(Other, Assert.Single((await officer.GetFromJsonAsync<JsonElement>($"api/records/{record.Id}")).GetProperty("alsoIn").EnumerateArray()).GetString());
        Assert.Contains($"dossiers/{agency.Code}?code={Other}", await officer.GetStringAsync($"reading-room/records/{record.Id}"), StringComparison.Ordinal);
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_document_within_a_package_is_judged_as_any_other()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier).Replace(FirstDocument, Encoding.ASCII.GetBytes("MZ no document at all")).Measured();
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();

        var progress = await Progress(agency, await agency.OutcomeOf("ho-so.zip"));
        Assert.Equal((1, 4), (progress.GetProperty("refused").GetInt32(), progress.GetProperty("admitted").GetInt32()));
        var counted = await archive.Get<UploadTable>().Refused(agency.Code.Value, DateTimeOffset.MinValue.AddYears(1), DateTimeOffset.MaxValue.AddYears(-1), CancellationToken.None).ToListAsync();
        Assert.Equal(["A-103"], Assert.Single(counted));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_description_beside_a_package_is_refused_because_the_package_describes_itself(bool before)
    {
        var agency = await archive.NewAgency();
        if (before)
            await agency.Describes("ho-so.zip", new { subject = "Của cả gói" });
        await archive.Settles();
        await agency.Puts("ho-so.zip", Parcel.Of("tt05-sip-batch").Zip());
        await archive.Settles();
        if (!before)
            await agency.Describes("ho-so.zip", new { subject = "Của cả gói" });
        await archive.Settles();

        Assert.Equal("unpacked", (await agency.SeesOf("ho-so.zip")).Status);
        var (status, findings) = await agency.SeesOf("ho-so.zip.metadata.json");
        Assert.Equal(("refused", "S-209"), (status, Assert.Single(findings)));
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_dossier_with_another_agencys_code_is_taken_and_told()
    {
        var agency = await archive.NewAgency();
        await agency.Puts("ho-so.zip", Parcel.Of(Dossier).Zip());
        await archive.Settles();

        var (status, findings) = await agency.SeesOf("ho-so.zip");
        Assert.Equal("unpacked", status);
        Assert.Contains("P-525", findings);
    }

    [Fact]
    public async Task Of_a_package_with_something_secret_nothing_is_kept()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier).Edit(FirstDescription, root => root.Elements().Single(field => field.Name.LocalName == "mode").Value = "03").Measured();
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();

        var (status, findings) = await agency.SeesOf("ho-so.zip");
        Assert.Equal("refused", status);
        Assert.Contains("A-110", findings);
        Assert.Equal(["report.json"], (await archive.InQuarantine(agency.Code.Value)).Select(blob => blob.Split('/')[^1]));
        Assert.Null(await agency.Record(parcel.Files[FirstDocument]));
    }

    [Fact]
    public async Task Of_packages_taken_apart_at_once_none_takes_anothers_place()
    {
        var agency = await archive.NewAgency();
        var register = archive.Get<DossierRegister>();
        var dossier = new Dossier(agency.Code, "H26.02.2023.01.TCNS", "Hồ sơ", new Dictionary<string, string>(), "u", DateTimeOffset.UnixEpoch);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(package => register.Note(
            dossier,
            [.. Enumerable.Range(1, 120).Select(place => new DossierMember(place, $"r{package}-{place}", null, $"{package}/{place}.pdf"))],
            supplements: package > 0,
            CancellationToken.None)));
        var members = await register.Members(agency.Code, dossier.FileCode, 0, 1000, CancellationToken.None);
        Assert.Equal(480, members.Select(member => member.RecordId).Distinct().Count());
        Assert.All(members.Take(120), member => Assert.Equal($"r0-{member.Place}", member.RecordId));
    }

    [Fact]
    public async Task A_supplement_that_comes_first_makes_room_in_its_order_and_what_the_dossier_has_itself_stands_once()
    {
        const string Code = "H26.02.2023.02.TCNS";
        var agency = await archive.NewAgency();
        var register = archive.Get<DossierRegister>();
        var dossier = new Dossier(agency.Code, Code, "Hồ sơ", new Dictionary<string, string>(), "u", DateTimeOffset.UnixEpoch);
        string[] own = [.. Enumerable.Range(1, 130).Select(one => $"a{one}")], added = [.. Enumerable.Range(1, 140).Select(one => $"b{one}")];
        for (var time = 1; time <= 2; time++)
        {
            await register.Note(dossier, Named([.. own[100..], .. added]), supplements: true, CancellationToken.None);
            await register.Note(dossier, Named(own), supplements: false, CancellationToken.None);
            var members = await register.Members(agency.Code, Code, 0, 1000, CancellationToken.None);
            Assert.Equal([.. own, .. added], members.Select(member => member.RecordId));
        }

        static DossierMember[] Named(string[] records) => [.. records.Select((record, at) => new DossierMember(at + 1, record, record, $"{record}.pdf"))];
    }

    /// <summary>A supplement to the sample dossier, which names its documents as that does.</summary>
    private static Parcel Supplement(byte[] added) => Parcel.Of(Dossier).Replace(FirstDocument, added)
        .Edit(Parcel.Mets, root => root.Elements().Single(part => part.Name.LocalName == "metsHdr").SetAttributeValue("RECORDSTATUS", "SUPPLEMENT")).Measured();

    private Task<IReadOnlyList<DossierMember>> Members(Depositor agency) => archive.Get<DossierRegister>().Members(agency.Code, "H26.02.2023.01.TCNS", 0, 100, CancellationToken.None);

    private static async Task<JsonElement> Progress(Depositor agency, JsonElement outcome)
    {
        using var officer = await agency.Officer();
        return (await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads/{outcome.GetProperty("uploadId").GetString()}")).GetProperty("package").GetProperty("progress");
    }
}
