using System.Net.Http.Json;
using System.Text.Json;
using Archive.Packages.Rules;
using Archive.Records;
using EmbeddedHost.Packages;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A package comes as a folder of blobs, file by file, and nobody says which is the last. Each story has an archive and a clock of its own.</summary>
public sealed class FolderStories : IAsyncLifetime
{
    private const string Dossier = "tt05-sip-dossier";
    private const string Home = "packages/ho-so/";
    private const string FirstDocument = "representations/rep1/data/H26.02.2023.01.TCNS.1.pdf";
    private const string FirstDescription = "representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml";

    private readonly ReconcileStories.PatientArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task A_folder_whose_METS_comes_last_is_taken_at_once()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await Puts(agency, parcel, except: Parcel.Mets);
        await archive.Settles();
        Assert.Null(await agency.Record(parcel.Files[FirstDocument]));
        await agency.Puts(Home + Parcel.Mets, parcel.Files[Parcel.Mets]);
        await archive.Settles();

        var outcome = await agency.OutcomeOf(Home + FirstDocument);
        Assert.Equal(("unpacked", $"{agency.Code}/{Home}"), (outcome.GetProperty("status").GetString(), outcome.GetProperty("blob").GetString()));
        Assert.Equal(5, await Admitted(agency, outcome));
        Assert.Equal(RecordStatus.Described, (await agency.Record(parcel.Files[FirstDocument]))!.Status);
        Assert.Equal(5, (await agency.Finds("")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
        Assert.Empty(archive.Complaints);

        using var officer = await agency.Officer();
        foreach (var page in new[] { "uploads", $"uploads/{outcome.GetProperty("uploadId").GetString()}" })
            Assert.Contains(">ho-so<", await officer.GetStringAsync($"desk/agencies/{agency.Code}/{page}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_whose_METS_comes_first_is_taken_when_no_more_comes()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await agency.Puts(Home + Parcel.Mets, parcel.Files[Parcel.Mets]);
        await archive.Settles();
        Assert.Equal(("received", 0), await agency.SeesOf(Home) is var (status, findings) ? (status, findings.Length) : default);
        await Puts(agency, parcel, except: Parcel.Mets);
        await archive.Settles();
        Assert.Null(await agency.Record(parcel.Files[FirstDocument]));

        await archive.Passes(TimeSpan.FromMinutes(6));
        Assert.Equal(5, await Admitted(agency, await agency.OutcomeOf(Home)));
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_folder_that_is_not_whole_waits_for_a_day_and_says_for_what()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await Puts(agency, parcel, except: FirstDocument);
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(6));

        var waiting = await agency.OutcomeOf(Home);
        Assert.Equal(("received", "P-507"), (waiting.GetProperty("status").GetString(), Assert.Single(waiting.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString()));
        Assert.Contains("H26.02.2023.01.TCNS.1.pdf", $"{waiting.GetProperty("findings")}", StringComparison.Ordinal);
        await archive.Passes(TimeSpan.FromHours(23));
        Assert.Equal("received", (await agency.SeesOf(Home)).Status);
        Assert.Empty(await archive.InQuarantine(agency.Code.Value));

        await archive.Passes(TimeSpan.FromHours(2));
        Assert.Equal("refused", (await agency.SeesOf(Home)).Status);
        Assert.Contains((await Report(agency)).Findings, finding => finding.RuleId == "LNK1");
        Assert.Equal(parcel.Files.Count - 1, (await archive.InQuarantine(agency.Code.Value)).Count(blob => blob.Contains("/content/", StringComparison.Ordinal)));
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task What_was_missing_may_still_come()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await Puts(agency, parcel, except: FirstDocument);
        await archive.Settles();
        await archive.Passes(TimeSpan.FromHours(20));
        Assert.Equal("received", (await agency.SeesOf(Home)).Status);

        await agency.Puts(Home + FirstDocument, parcel.Files[FirstDocument]);
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(6));
        Assert.Equal(5, await Admitted(agency, await agency.OutcomeOf(Home)));
    }

    [Fact]
    public async Task A_folder_with_one_changed_byte_is_refused_when_no_more_comes()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        parcel.Files[FirstDocument][^1] ^= 1;
        await Puts(agency, parcel);
        await archive.Settles();
        Assert.Equal("received", (await agency.SeesOf(Home)).Status);

        await archive.Passes(TimeSpan.FromMinutes(6));
        Assert.Equal("refused", (await agency.SeesOf(Home)).Status);
        Assert.Contains((await Report(agency)).Findings, finding => finding.RuleId == "FIX2" && finding.File == FirstDocument);
        Assert.Equal(parcel.Files.Count, (await archive.InQuarantine(agency.Code.Value)).Count(blob => blob.Contains("/content/", StringComparison.Ordinal)));
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task The_archive_says_of_a_folder_what_its_agency_hears_beforehand_byte_for_byte()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of("tt05-sip-batch");
        var folder = Path.Combine(Directory.CreateTempSubdirectory("before").FullName, "ho-so");
        foreach (var (path, content) in parcel.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            await File.WriteAllBytesAsync(Path.Combine(folder, path), content);
        }

        await using var said = new StringWriter();
        await PackageCheckRun.RunAsync(new PackageCheckOptions(folder, null, Json: true), said, TextWriter.Null, CancellationToken.None);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        await Puts(agency, parcel, except: Parcel.Mets);
        await agency.Puts(Home + Parcel.Mets, parcel.Files[Parcel.Mets]);
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(6));

        using var officer = await agency.Officer();
        var id = (await agency.OutcomeOf(Home)).GetProperty("uploadId").GetString();
        Assert.Equal($"{said}", await officer.GetStringAsync($"api/agencies/{agency.Code}/uploads/{id}/report"));
    }

    [Fact]
    public async Task What_comes_under_a_folders_name_afterwards_is_another_package()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        await Puts(agency, parcel);
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(6));
        Assert.Equal("unpacked", (await agency.SeesOf(Home)).Status);

        parcel.Edit(FirstDescription, root => root.Elements().Single(field => field.Name.LocalName == "subject").Value = "Trích yếu đã sửa").Measured();
        await Puts(agency, parcel, except: Parcel.Mets);
        await agency.Puts(Home + Parcel.Mets, parcel.Files[Parcel.Mets]);
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(6));
        Assert.Equal("unpacked", (await agency.SeesOf(Home)).Status);
        Assert.Equal(1, (await agency.Finds("trich yeu da sua")).GetProperty("count").GetInt32());
        Assert.Equal(5, (await agency.Finds("")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task Of_a_folder_with_something_secret_nothing_is_kept()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier).Edit(FirstDescription, root => root.Elements().Single(field => field.Name.LocalName == "mode").Value = "03").Measured();
        await Puts(agency, parcel);
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(6));

        var (status, findings) = await agency.SeesOf(Home);
        Assert.Equal("refused", status);
        Assert.Contains("A-110", findings);
        Assert.Equal(["report.json"], (await archive.InQuarantine(agency.Code.Value)).Select(blob => blob.Split('/')[^1]));
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_bag_comes_as_a_folder_too()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("In a bag of blobs");
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        await agency.Puts("packages/tui/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"u8.ToArray());
        await agency.Puts("packages/tui/data/văn bản.pdf", content);
        await archive.Settles();
        Assert.Equal("received", (await agency.SeesOf("packages/tui/")).Status);
        await agency.Puts("packages/tui/manifest-sha256.txt", System.Text.Encoding.UTF8.GetBytes($"{digest}  data/văn bản.pdf\n"));
        await agency.Puts("packages/tui/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"u8.ToArray());
        await archive.Settles();

        // It is sound as it is, and what nothing names may still come.
        Assert.Equal("received", (await agency.SeesOf("packages/tui/")).Status);
        await agency.Puts("packages/tui/bag-info.txt", "Source-Organization: Sở Nội vụ\n"u8.ToArray());
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(6));

        Assert.Equal("unpacked", (await agency.SeesOf("packages/tui/")).Status);
        Assert.Equal("văn bản.pdf", (await agency.Record(content))!.Content.OriginalName);
    }

    [Fact]
    public async Task What_some_tools_put_where_a_folder_is_does_no_harm()
    {
        var agency = await archive.NewAgency();
        var parcel = Parcel.Of(Dossier);
        foreach (var folder in new[] { "", "representations", "representations/rep1/data" })
            await agency.Puts(Home + folder, []);
        await Puts(agency, parcel);
        await archive.Settles();
        await archive.Passes(TimeSpan.FromMinutes(6));

        Assert.Equal(5, await Admitted(agency, await agency.OutcomeOf(Home)));
        Assert.Empty(await archive.InInbox(agency));
    }

    private static async Task Puts(Depositor agency, Parcel parcel, string? except = null)
    {
        foreach (var (path, content) in parcel.Files.Where(file => file.Key != except))
            await agency.Puts(Home + path, content);
    }

    private static async Task<int> Admitted(Depositor agency, JsonElement outcome)
    {
        using var officer = await agency.Officer();
        var upload = await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/uploads/{outcome.GetProperty("uploadId").GetString()}");
        return upload.GetProperty("package").GetProperty("progress").GetProperty("admitted").GetInt32();
    }

    private static async Task<PackageReport> Report(Depositor agency)
    {
        using var officer = await agency.Officer();
        var id = (await agency.OutcomeOf(Home)).GetProperty("uploadId").GetString();
        return ReportJson.Read(await officer.GetByteArrayAsync($"api/agencies/{agency.Code}/uploads/{id}/report"));
    }
}
