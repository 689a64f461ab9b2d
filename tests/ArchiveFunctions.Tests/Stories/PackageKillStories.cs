using Archive.Records;
using ArchiveFunctions.Accession;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// The run that takes a package apart, or one of those that take its documents in meanwhile, ends before or after one of its writes: report, rows and
/// blobs of the documents, the dossier, the description, the package's own row and blob, and what each document's run writes.
/// </summary>
public sealed class PackageKillStories(KillStories.KillableArchive archive) : IClassFixture<KillStories.KillableArchive>
{
    private const int Writes = 24;

    /// <summary>More: the note of what leaves the inbox, and each file that does.</summary>
    private const int WritesOfFolder = 40;

    public static TheoryData<int, bool> EveryWrite => Every(Writes);

    public static TheoryData<int, bool> EveryWriteOfFolder => Every(WritesOfFolder);

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task Wherever_a_run_ends_every_document_of_the_package_comes_in_once(int write, bool written)
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of("tt05-sip-batch");
        archive.Death.At(write, written);
        await agency.Puts("lo.zip", parcel.Zip());
        await archive.Settles();

        await CameInOnce(agency, parcel, "lo.zip");
    }

    [Theory]
    [MemberData(nameof(EveryWriteOfFolder))]
    public async Task Of_a_folder_likewise(int write, bool written)
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of("tt05-sip-batch");
        foreach (var (path, content) in parcel.Files.Where(file => file.Key != Parcel.Mets))
            await agency.Puts($"packages/lo/{path}", content);
        await archive.Settles();
        archive.Death.At(write, written);
        await agency.Puts($"packages/lo/{Parcel.Mets}", parcel.Files[Parcel.Mets]);
        await archive.Settles();

        await CameInOnce(agency, parcel, "packages/lo/");
    }

    private static TheoryData<int, bool> Every(int writes) => [.. Enumerable.Range(1, writes).SelectMany(write => new[] { (write, false), (write, true) })];

    private async Task CameInOnce(Depositor agency, Parcel parcel, string name)
    {
        Assert.True(archive.Death.HasCome, "The write this case is about was never made.");
        Assert.Equal("unpacked", (await agency.SeesOf(name)).Status);
        foreach (var content in parcel.Documents)
            Assert.Equal(RecordStatus.Described, (await agency.Record(content))?.Status);
        var package = (await agency.OutcomeOf(name)).GetProperty("uploadId").GetString()!;
        var progress = await archive.Get<UploadTable>().Progress(agency.Code, package, CancellationToken.None);
        Assert.Equal([2], progress.Values);
        Assert.Empty(await archive.InInbox(agency));
        Assert.Equal(2, (await agency.Finds("")).GetProperty("count").GetInt32());
    }
}
