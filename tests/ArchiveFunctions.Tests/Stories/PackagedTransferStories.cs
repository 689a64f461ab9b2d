using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.ReadingRoom.Deliveries;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A dossier that came as a package goes on as one, described as its agency described it.</summary>
public sealed class PackagedTransferStories : IAsyncLifetime
{
    private const string Code = "H26.02.2023.01.TCNS";
    private const string Rep = "representations/rep1";
    private static readonly XNamespace P = "http://www.loc.gov/premis/v3";
    private readonly LendingArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task The_archival_package_says_of_the_dossier_what_the_submission_said()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of("tt05-sip-dossier");
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();
        using var officer = await agency.Officer();
        await officer.Sends(HttpStatusCode.Accepted, $"api/agencies/{agency.Code}/transfers", new { dossier = Code });
        await archive.FormsConsignments();

        var first = parcel.Documents.First();
        Assert.Equal(Custody.Historical, (await agency.Record(first))!.Custody);
        Assert.Empty(await archive.FindingsOfPackage(agency.Code));
        var described = await Description(agency);
        var submitted = Fields(parcel.Files["metadata/descriptive/EAD.xml"]);
        foreach (var field in new[] { "title", "maintenance", "mode", "language", "startDate", "endDate", "keyword", "description" }.Where(submitted.ContainsKey))
            Assert.Equal((field, submitted[field]), (field, described.GetValueOrDefault(field)));
    }

    /// <summary>A document, a photo and a recording from the agency to the reader, through everything between.</summary>
    [Fact]
    public async Task Every_byte_and_field_an_agency_submits_reach_the_historical_archive_and_the_reader()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of("tt05-sip-dossier");
        await agency.Puts("ho-so.zip", parcel.Zip());
        await archive.Settles();
        using var officer = await agency.Officer();
        await officer.Sends(HttpStatusCode.Accepted, $"api/agencies/{agency.Code}/transfers", new { dossier = Code });
        await archive.FormsConsignments();

        Assert.Empty(await archive.FindingsOfPackage(agency.Code));
        var archival = await Preserved(agency);
        Assert.Equal(["1", "2", "3", "4"], Codes(archival).Select(code => code[^1..]));
        using var reader = await archive.Reader('a');
        foreach (var (number, kind, ending) in new[] { (1, "doc", "pdf"), (3, "pic", "png"), (4, "media", "wav") })
        {
            var submitted = Fields(parcel.Files[$"{Rep}/metadata/descriptive/EAD_{kind}_{Code}.{number}.xml"]);
            var content = parcel.Files[$"{Rep}/data/{Code}.{number}.{ending}"];
            var id = agency.IdOf(content);
            Assert.Equal(Custody.Historical, (await agency.Record(content))!.Custody);
            Compare(submitted, content, archival, id, kind, "docCode");

            var delivery = await archive.Gives(reader, CopyProduct.DisseminationPackage, id);
            var packed = await reader.GetByteArrayAsync($"reading-room/deliveries/{delivery.Id}/content");
            Assert.Empty(await Findings(packed));
            await using var zip = new ZipArchive(new MemoryStream(packed));
            Compare(submitted, content, zip.Entries.ToDictionary(entry => entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..], Read), id, kind, "arcDocCode");
        }
    }

    [Fact]
    public async Task A_batch_of_loose_documents_goes_on_as_one_with_what_was_said_of_it()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of("tt05-sip-batch");
        await agency.Puts("lo.zip", parcel.Zip());
        await archive.Settles();
        using var officer = await agency.Officer();
        var submitted = Fields(parcel.Files["metadata/descriptive/EAD.xml"]);
        await officer.Sends(HttpStatusCode.Accepted, $"api/agencies/{agency.Code}/transfers", new { dossier = submitted["fileCode"] });
        await archive.FormsConsignments();

        Assert.All(parcel.Documents, document => Assert.Equal(Custody.Historical, agency.Record(document).Result!.Custody));
        Assert.Empty(await archive.FindingsOfPackage(agency.Code));
        var described = await Description(agency);
        Assert.Equal(["arcFileCode", "description", "source", "title"], described.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((submitted["fileCode"], submitted["title"], submitted["source"], submitted["description"]), (described["arcFileCode"], described["title"], described["source"], described["description"]));
    }

    [Fact]
    public async Task What_was_said_of_a_dossier_later_is_not_in_a_package_of_before()
    {
        var agency = await archive.NewAgency();
        var register = archive.Get<DossierRegister>();
        var (early, late) = (DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(51));
        Dossier Noted(string title, DateTimeOffset at) => new(agency.Code, Code, title, new Dictionary<string, string>(), "u", at);
        await register.Note(Noted("Trước", early), [], supplements: false, CancellationToken.None);
        await register.Note(Noted("Sau", late), [], supplements: false, CancellationToken.None);
        Assert.Null(await register.AsOf(agency.Code, Code, early.AddTicks(-1), CancellationToken.None));
        Assert.Equal("Trước", (await register.AsOf(agency.Code, Code, late.AddTicks(-1), CancellationToken.None))!.Title);
        Assert.Equal("Sau", (await register.AsOf(agency.Code, Code, late, CancellationToken.None))!.Title);
        Assert.Equal("Sau", (await register.Find(agency.Code, Code, CancellationToken.None))!.Title);
    }

    private async Task<Dictionary<string, string>> Description(Depositor agency) => Fields((await Preserved(agency))["metadata/descriptive/EAD.xml"]);

    /// <summary>The files of an agency's only package in the historical archive, by their paths in it.</summary>
    private async Task<Dictionary<string, byte[]>> Preserved(Depositor agency)
    {
        var files = new Dictionary<string, byte[]>();
        var container = archive.Get<HistoricalStorage>().Blobs.GetBlobContainerClient(StorageNames.Preserved);
        await foreach (var blob in container.GetBlobsAsync(new() { Prefix = $"{agency.Code}/" }))
            files.Add(string.Join('/', blob.Name.Split('/')[2..]), (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray());
        return files;
    }

    /// <summary>What the archive's own rules find wrong with a package given to a reader.</summary>
    private static async Task<IReadOnlyList<string>> Findings(byte[] packed)
    {
        var folder = Directory.CreateTempSubdirectory("dip");
        var report = await PackageVerification.CheckAsync(await PackageOpener.OpenAsync(new MemoryStream(packed), folder.FullName, PackageLimits.Default, CancellationToken.None), "dip.zip", null, CancellationToken.None);
        folder.Delete(recursive: true);
        Assert.Equal(Specification.CircularDip, report.Specification);
        return [.. report.Findings.Select(finding => finding.ToString())];
    }

    /// <summary>The bytes are the same, and each field is in the descriptive file of the document's kind or, in the same words, in PREMIS.</summary>
    private static void Compare(Dictionary<string, string> submitted, byte[] content, Dictionary<string, byte[]> package, RecordId id, string kind, string code)
    {
        Assert.Equal(content, package.Single(file => file.Key.StartsWith($"{Rep}/data/{id}.", StringComparison.Ordinal)).Value);
        var described = Fields(package[$"{Rep}/metadata/descriptive/EAD_{kind}_{id}.xml"]);
        var premis = XDocument.Load(new MemoryStream(package[$"{Rep}/metadata/preservation/PREMIS_rep1.xml"])).Root!;
        var kept = premis.Elements(P + "object").Single(one => one.Descendants(P + "contentLocationValue").Any(place => place.Value.Contains($"/{id}.", StringComparison.Ordinal)))
            .Elements(P + "significantProperties").ToDictionary(one => one.Element(P + "significantPropertiesType")!.Value, one => one.Element(P + "significantPropertiesValue")!.Value);
        Assert.Equal(submitted["docCode"], described[code]);
        Assert.All(submitted, field => Assert.Equal(field.Value, described.GetValueOrDefault(field.Key) ?? kept.GetValueOrDefault(field.Key)));
    }

    /// <summary>The documents' codes, in the order in which METS has them.</summary>
    private static IEnumerable<string> Codes(Dictionary<string, byte[]> package) =>
        XDocument.Load(new MemoryStream(package[$"{Rep}/METS.xml"])).Descendants().Where(element => element.Name.LocalName == "mdRef")
            .Select(reference => reference.Attributes().Single(attribute => attribute.Name.LocalName == "href").Value).Where(path => path.Contains("/EAD_", StringComparison.Ordinal))
            .Select(path => Fields(package[$"{Rep}/{path}"])["docCode"]);

    private static Dictionary<string, string> Fields(byte[] description) =>
        XDocument.Load(new MemoryStream(description)).Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
