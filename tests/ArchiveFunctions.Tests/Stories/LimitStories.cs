using System.Security.Cryptography;
using Archive.Accession;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>An administrator's limits hold for uploads nobody asked a slot for; what keeps within them is taken meanwhile.</summary>
public sealed class LimitStories(LimitStories.StrictArchive archive) : IClassFixture<LimitStories.StrictArchive>
{
    [Fact]
    public async Task An_upload_that_is_too_large_is_refused_and_kept_unread()
    {
        var agency = await archive.NewAgency();
        var (most, more) = (Documents.Text(new string('a', StrictArchive.MaxBytes)), Documents.Text(new string('a', StrictArchive.MaxBytes + 1)));
        await agency.Puts("vừa.txt", most);
        await agency.Puts("lớn.txt", more);
        await archive.Settles();

        Assert.Equal("admitted", (await agency.SeesOf("vừa.txt")).Status);
        Assert.Equal("A-102", Assert.Single((await agency.SeesOf("lớn.txt")).Findings));
        await IsRefusedAndKept(agency, "lớn.txt", more);
    }

    [Fact]
    public async Task A_package_that_is_too_large_is_not_even_opened()
    {
        var agency = await archive.NewAgency();
        var untrue = Parcel.Of("tt05-sip-dossier").Replace("representations/rep1/data/H26.02.2023.01.TCNS.1.pdf", RandomNumberGenerator.GetBytes(StrictArchive.MaxBytes + 1)).Zip();
        await agency.Puts("ho-so.zip", untrue);
        await archive.Settles();

        Assert.Equal("A-102", Assert.Single((await agency.SeesOf("ho-so.zip")).Findings));
        await IsRefusedAndKept(agency, "ho-so.zip", untrue);
    }

    [Fact]
    public async Task An_upload_that_takes_too_long_to_check_is_refused_and_others_go_on()
    {
        var agency = await archive.NewAgency();
        var slow = Documents.Pdf("Checked for longer than no time at all");
        await agency.Puts("lâu.pdf", slow);
        await agency.Puts("nhanh.txt", Documents.Text("văn bản kiểm tra nhanh"));
        await archive.Settles();

        Assert.Equal("A-115", Assert.Single((await agency.SeesOf("lâu.pdf")).Findings));
        Assert.Equal("admitted", (await agency.SeesOf("nhanh.txt")).Status);
        await IsRefusedAndKept(agency, "lâu.pdf", slow);
    }

    [Fact]
    public void The_limits_are_settings()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Admission:MaxBytes", "1000"), new("Admission:TimeBudget", "00:00:07"), new("ArchiveStorage", "UseDevelopmentStorage=true"), new("Search:Endpoint", "https://search.invalid")]).Build();
        using var services = new ServiceCollection().AddArchive(settings).BuildServiceProvider();
        Assert.Equal(new AdmissionPolicy { MaxBytes = 1000, TimeBudget = TimeSpan.FromSeconds(7) }, services.GetRequiredService<AdmissionPolicy>());
    }

    private async Task IsRefusedAndKept(Depositor agency, string name, byte[] content)
    {
        Assert.Equal("refused", (await agency.SeesOf(name)).Status);
        Assert.Null(await agency.Record(content));
        Assert.Empty(await archive.InInbox(agency));
        Assert.Equal(["content", "report.json"], (await archive.InQuarantine(agency.Code.Value)).Select(blob => blob.Split('/')[^1]));
    }

    /// <summary>
    /// An archive that takes uploads of up to 2 MB and checks none for any time: a PDF, which has to be opened, is always too
    /// slow, and a text, which is judged by its first bytes alone, never is.
    /// </summary>
    public sealed class StrictArchive : RunningArchive
    {
        public const int MaxBytes = 2 << 20;

        protected override void Adjust(IServiceCollection services) =>
            services.AddSingleton(new AdmissionPolicy { MaxBytes = MaxBytes, TimeBudget = TimeSpan.Zero });
    }
}
