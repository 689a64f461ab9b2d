using System.Net;
using System.Xml.Linq;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A dossier that came as a package goes on as one, described as its agency described it.</summary>
public sealed class PackagedTransferStories : IAsyncLifetime
{
    private const string Code = "H26.02.2023.01.TCNS";
    private readonly PunctualArchive archive = new();

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
        var submitted = XDocument.Load(new MemoryStream(parcel.Files["metadata/descriptive/EAD.xml"])).Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
        foreach (var field in new[] { "title", "maintenance", "mode", "language", "startDate", "endDate", "keyword", "description" }.Where(submitted.ContainsKey))
            Assert.Equal((field, submitted[field]), (field, described.GetValueOrDefault(field)));
    }

    [Fact]
    public async Task What_was_said_of_a_dossier_later_is_not_in_a_package_of_before()
    {
        var agency = await archive.NewAgency();
        var register = archive.Get<DossierRegister>();
        var (early, late) = (DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(51));
        Dossier Noted(string title, DateTimeOffset at) => new(agency.Code, Code, title, new Dictionary<string, string>(), "u", at);
        await register.Note(Noted("Trước", early), [], CancellationToken.None);
        await register.Note(Noted("Sau", late), [], CancellationToken.None);
        Assert.Null(await register.AsOf(agency.Code, Code, early.AddTicks(-1), CancellationToken.None));
        Assert.Equal("Trước", (await register.AsOf(agency.Code, Code, late.AddTicks(-1), CancellationToken.None))!.Title);
        Assert.Equal("Sau", (await register.AsOf(agency.Code, Code, late, CancellationToken.None))!.Title);
        Assert.Equal("Sau", (await register.Find(agency.Code, Code, CancellationToken.None))!.Title);
    }

    private async Task<Dictionary<string, string>> Description(Depositor agency)
    {
        var container = archive.Get<HistoricalStorage>().Blobs.GetBlobContainerClient(StorageNames.Preserved);
        var blob = await container.GetBlobsAsync(new() { Prefix = $"{agency.Code}/" }).Select(blob => blob.Name).SingleAsync(name => name.EndsWith("/metadata/descriptive/EAD.xml", StringComparison.Ordinal) && !name.Contains("/representations/", StringComparison.Ordinal));
        var content = await container.GetBlobClient(blob).DownloadContentAsync();
        return XDocument.Load(content.Value.Content.ToStream()).Root!.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
    }
}
