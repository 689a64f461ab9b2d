using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using ArchiveFunctions.Accession;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A dossier is read as its package described it, and taken along, by each as far as they may see it.</summary>
[Collection(StoryCollection.Name)]
public sealed class DossierReadingStories(RunningArchive archive)
{
    private const string Code = "H26.02.2023.01.TCNS";
    private const string Second = "representations/rep1/data/H26.02.2023.01.TCNS.2.pdf";
    private const string SecondDescription = "representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.2.xml";

    [Fact]
    public async Task Its_description_and_documents_are_read_in_order_and_a_hidden_one_leaves_no_gap()
    {
        var (agency, parcel) = await Deposited(parcel => parcel.Edit(SecondDescription, root => Mode(root, "02")));
        using var nobody = await archive.Client(null);
        using var officer = await agency.Officer();

        var read = await nobody.GetFromJsonAsync<JsonElement>(Api(agency));
        Assert.Equal("Hồ sơ kế hoạch chuyển đổi số năm 2023", read.GetProperty("title").GetString());
        Assert.Contains(read.GetProperty("fields").EnumerateArray(), field => field.GetProperty("name").GetString() == "startDate" && field.GetProperty("value").GetString() == "15/03/2023");
        Assert.Equal(3, read.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain((await agency.Record(parcel.Files[Second]))!.Id.Value, read.GetRawText(), StringComparison.Ordinal);

        var whole = (await officer.GetFromJsonAsync<JsonElement>(Api(agency))).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(6, whole.Count);
        Assert.Single(whole, item => !item.TryGetProperty("id", out _));
        var id = read.GetProperty("items")[0].GetProperty("id").GetString();
        Assert.Equal(2, (await nobody.GetFromJsonAsync<JsonElement>($"{Api(agency)}&continuation={id}")).GetProperty("items").GetArrayLength());

        var page = await nobody.GetStringAsync($"reading-room/dossiers/{agency.Code}?code={Code}");
        Assert.Contains("15/03/2023", page, StringComparison.Ordinal);
        Assert.Contains($"/reading-room/records/{id}", page, StringComparison.Ordinal);
        Assert.Contains($"/reading-room/dossiers/{agency.Code}?code={Code}\" ", await nobody.GetStringAsync($"reading-room/records/{id}"), StringComparison.Ordinal);
        Assert.Contains($"/reading-room/dossiers/{agency.Code}?code={Code}", await nobody.GetStringAsync($"reading-room?agency={agency.Code}&dossier={Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dossier_that_is_not_public_does_not_exist_for_who_does_not_work_with_it()
    {
        var (agency, _) = await Deposited(parcel => parcel.Edit("metadata/descriptive/EAD.xml", root => Mode(root, "02")));
        using var nobody = await archive.Client(null);
        using var other = await (await archive.NewAgency()).Officer();
        using var officer = await agency.Officer();

        foreach (var address in new[] { Api(agency), Bag(agency), $"reading-room/dossiers/{agency.Code}?code={Code}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(address)).StatusCode);
            foreach (var stranger in new[] { nobody, other })
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task A_document_that_is_only_named_is_found_when_the_archive_holds_it_and_that_is_noted()
    {
        var (agency, parcel) = await Deposited(parcel => parcel);
        var register = archive.Get<DossierRegister>();
        var hole = Assert.Single(await register.Members(agency.Code, Code, 0, 100, CancellationToken.None), member => member.RecordId is null);
        var content = Encoding.UTF8.GetBytes($"Tài liệu đã nộp trước {agency.Code}");
        await agency.Describes("truoc.txt", new { mode = "01", docCode = hole.Code });
        await agency.Puts("truoc.txt", content);
        await archive.Settles();

        using var nobody = await archive.Client(null);
        var id = (await agency.Record(content))!.Id.Value;
        Assert.Contains(id, (await nobody.GetFromJsonAsync<JsonElement>(Api(agency))).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(id, (await register.Members(agency.Code, Code, 0, 100, CancellationToken.None)).Single(member => member.Place == hole.Place).RecordId);
    }

    [Fact]
    public async Task It_is_taken_along_as_a_bag_that_keeps_every_rule_with_what_the_caller_may_read()
    {
        var (agency, parcel) = await Deposited(parcel => parcel.Edit(SecondDescription, root => Mode(root, "02")));
        using var nobody = await archive.Client(null);
        using var officer = await agency.Officer();

        var open = await Unpacked(await nobody.GetByteArrayAsync(Bag(agency)));
        Assert.DoesNotContain(open, file => file.Value.AsSpan().SequenceEqual(parcel.Files[Second]));
        var all = await Unpacked(await officer.GetByteArrayAsync(Bag(agency)));
        Assert.All(parcel.Documents.Where(document => document.Length > 100), document => Assert.Contains(all.Values, bytes => bytes.AsSpan().SequenceEqual(document)));

        var id = (await agency.Record(parcel.Files[Second]))!.Id.Value;
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"api/records/{id}/bag")).StatusCode);
        var one = await Unpacked(await officer.GetByteArrayAsync($"api/records/{id}/bag"));
        Assert.Equal(SHA256.HashData(parcel.Files[Second]), SHA256.HashData(one.Single(file => file.Key.StartsWith($"{id}/data/documents/", StringComparison.Ordinal) && file.Key.EndsWith(".pdf", StringComparison.Ordinal)).Value));
        Assert.Contains(one.Keys, path => path.EndsWith("/journal.json", StringComparison.Ordinal));
        Assert.Contains(one.Keys, path => path.EndsWith(".pdf.metadata.json", StringComparison.Ordinal));
    }

    private static string Api(Depositor agency) => $"api/agencies/{agency.Code}/dossiers?code={Code}";

    private static string Bag(Depositor agency) => $"api/agencies/{agency.Code}/dossiers/bag?code={Code}";

    private static void Mode(System.Xml.Linq.XElement root, string mode) => root.Elements().Single(field => field.Name.LocalName == "mode").Value = mode;

    private async Task<(Depositor Agency, Parcel Parcel)> Deposited(Func<Parcel, Parcel> change)
    {
        var agency = await archive.NewAgency();
        var parcel = change(Parcel.Of("tt05-sip-dossier")).Measured();
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();
        return (agency, parcel);
    }

    /// <summary>The files of a bag in which our own check finds nothing.</summary>
    private static async Task<Dictionary<string, byte[]>> Unpacked(byte[] zip)
    {
        var work = Directory.CreateTempSubdirectory("bag-");
        try
        {
            await using var package = Assert.IsType<PackageOpening.Opened>(await PackageOpener.OpenAsync(new MemoryStream(zip), work.FullName, PackageLimits.Default, CancellationToken.None)).Package;
            var report = await PackageCheck.CheckAsync(package, Specification.Bag10, CancellationToken.None);
            Assert.Empty(report.Findings);
            var files = new Dictionary<string, byte[]>();
            foreach (var path in package.Paths)
            {
                await using var content = await package.OpenAsync(path, CancellationToken.None);
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes);
                files[path] = bytes.ToArray();
            }

            return files;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
