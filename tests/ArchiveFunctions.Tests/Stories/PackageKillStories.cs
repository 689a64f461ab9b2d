using Archive.Records;
using ArchiveFunctions.Accession;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// The run that takes a package apart, or one of those that take its documents in meanwhile, ends before or after one of its writes: the note that it has begun, report, rows and
/// blobs of the documents, the dossier, the description, the package's own row and blob, and what each document's run writes.
/// </summary>
public sealed class PackageKillStories(KillStories.KillableArchive archive) : IClassFixture<KillStories.KillableArchive>
{
    private const int Writes = 25;

    /// <summary>A message brings no dossier, and what it says of itself stands in it.</summary>
    private const int MessageWrites = 23;

    /// <summary>More: the note of what leaves the inbox, and each file that does.</summary>
    private const int FolderWrites = 41;

    public static TheoryData<int, bool> EveryWrite => Until(Writes);

    /// <summary>Messages and older packages go the way of all packages, whose writes are tried one by one: of theirs some are.</summary>
    public static TheoryData<int, bool> SomeWritesOfMessages => Until(MessageWrites, each: 3);

    public static TheoryData<int, bool> SomeWrites => Until(Writes, each: 3);

    public static TheoryData<int, bool> EveryWriteOfFolders => Until(FolderWrites);

    private static TheoryData<int, bool> Until(int writes, int each = 1) =>
        [.. Enumerable.Range(1, writes).Where(write => write % each == 0).SelectMany(write => new[] { (write, false), (write, true) })];

    [Theory]
    [MemberData(nameof(SomeWritesOfMessages))]
    public async Task Wherever_a_run_ends_every_document_of_a_message_comes_in_once(int write, bool written)
    {
        var agency = await archive.NewAgency();
        byte[][] documents = [Documents.Text($"Văn bản {write} {written}"), Documents.Text($"Phụ lục {write} {written}")];
        await ComeInOnce(agency, "dien.edxml", MessageParcel.Of("Mời họp", ("a.txt", documents[0]), ("b.txt", documents[1])), documents, write, written);
    }

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task Wherever_a_run_ends_every_document_of_the_package_comes_in_once(int write, bool written)
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of("tt05-sip-batch");
        await ComeInOnce(agency, "lo.zip", parcel.Zip(), [.. parcel.Documents], write, written);
    }

    [Theory]
    [MemberData(nameof(SomeWrites))]
    public async Task Wherever_a_run_ends_every_document_of_an_older_package_comes_in_once(int write, bool written)
    {
        var agency = await archive.NewAgency();
        byte[][] documents = [Documents.Text($"Kế hoạch {write} {written}"), Documents.Text($"Quyết định {write} {written}")];
        await ComeInOnce(agency, "cu.zip", LegacyParcel.Of(documents[0], documents[1]), documents, write, written);
        Assert.Equal(2, (await archive.Get<DossierRegister>().Members(agency.Code, LegacyParcel.FileCode, 0, 100, CancellationToken.None)).Count);
    }

    private async Task ComeInOnce(Depositor agency, string name, byte[] packed, byte[][] documents, int write, bool written)
    {
        archive.Death.At(write, written);
        await agency.Puts(name, packed);
        await archive.Settles();

        await HaveComeInOnce(agency, name, documents);
    }

    [Theory]
    [MemberData(nameof(EveryWriteOfFolders))]
    public async Task Wherever_a_run_ends_every_document_of_a_folder_comes_in_once(int write, bool written)
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of("tt05-sip-batch");
        foreach (var (path, content) in parcel.Files.Where(file => file.Key != Parcel.Mets))
            await agency.Puts($"packages/lo/{path}", content);
        await archive.Settles();
        archive.Death.At(write, written);
        await agency.Puts($"packages/lo/{Parcel.Mets}", parcel.Files[Parcel.Mets]);
        await archive.Settles();

        await HaveComeInOnce(agency, "packages/lo/", [.. parcel.Documents]);
    }

    private async Task HaveComeInOnce(Depositor agency, string name, byte[][] documents)
    {
        Assert.True(archive.Death.HasCome, "The write this case is about was never made.");
        Assert.Equal("unpacked", (await agency.SeesOf(name)).Status);
        foreach (var content in documents)
            Assert.Equal(RecordStatus.Described, (await agency.Record(content))?.Status);
        var package = (await agency.OutcomeOf(name)).GetProperty("uploadId").GetString()!;
        var progress = await archive.Get<UploadTable>().Progress(agency.Code, package, CancellationToken.None);
        Assert.Equal([documents.Length], progress.Values);
        Assert.Empty(await archive.InInbox(agency));
        Assert.Equal(documents.Length, (await agency.Finds("")).GetProperty("count").GetInt32());
    }
}
