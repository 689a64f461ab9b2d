using System.Text;
using Archive.Description;
using ArchiveFunctions.Accession.Content;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ArchiveFunctions.Tests.Accession.Content;

public sealed class ContentCheckTests
{
    private const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    [Fact]
    public async Task Sound_documents_have_no_findings()
    {
        Assert.Empty((await MadeFiles.Pdf(2).Check("a.pdf")).Findings);
        Assert.Empty((await MadeFiles.Docx().Check("a.docx")).Findings);
        Assert.Empty((await MadeFiles.Png().Check("a.png")).Findings);
        Assert.Empty((await MadeFiles.Tiff(3).Check("a.tif")).Findings);
        Assert.Empty((await "Kính gửi"u8.ToArray().Check("a.txt")).Findings);
    }

    [Fact]
    public async Task The_time_a_check_may_take_is_the_administrators_to_set()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Admission:TimeBudget", "00:00:00")]).Build();
        await using var services = new ServiceCollection().AddArchive(settings).BuildServiceProvider();
        var pdf = MadeFiles.Pdf();
        var verdict = await services.GetRequiredService<ContentCheck>()
            .CheckAsync(_ => Task.FromResult<Stream>(new MemoryStream(pdf)), pdf, pdf, pdf.Length, "a.pdf", TestContext.Current.CancellationToken);
        Assert.Equal("A-115", Assert.Single(verdict.Findings).Code);
    }

    [Fact]
    public async Task A_container_is_named_by_what_lies_in_it() =>
        Assert.Equal("fmt/412", (await MadeFiles.Docx().Check("a.docx")).Format.Puid);

    [Fact]
    public async Task Bytes_nothing_explains_are_of_unknown_format() =>
        Assert.Equal(["A-111"], await new byte[] { 1, 2, 3, 0, 5 }.Check("a.bin2").Codes());

    [Fact]
    public async Task A_name_that_promises_another_format_is_a_mismatch()
    {
        Assert.Equal(["A-103"], await MadeFiles.Pdf().Check("a.docx").Codes());
        Assert.Equal(["A-103"], await MadeFiles.Docx().Check("a.pdf").Codes());
        Assert.Equal(["A-103"], await @"{\rtf1\ansi}"u8.ToArray().Check("a.doc").Codes());
    }

    [Fact]
    public async Task Programs_are_refused_under_any_name()
    {
        byte[] program = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0];
        Assert.Equal(["A-107"], await program.Check("setup.exe").Codes());
        Assert.Equal(["A-107", "A-103"], await program.Check("quyet-dinh.pdf").Codes());
        Assert.Equal(["A-107"], await "Remove-Item *"u8.ToArray().Check("a.ps1").Codes());
        Assert.Equal(["A-107"], await MadeFiles.Zip(("META-INF/MANIFEST.MF", [1]), ("A.class", [2])).Check("a.jar").Codes());
    }

    [Fact]
    public async Task The_test_virus_is_found_in_a_text_and_in_a_container()
    {
        Assert.Contains("A-117", await Encoding.ASCII.GetBytes(Eicar).Check("a.txt").Codes());
        Assert.Contains("A-117", await MadeFiles.Added(MadeFiles.Docx(), "word/media/a.txt", Encoding.ASCII.GetBytes(Eicar)).Check("a.docx").Codes());
    }

    [Fact]
    public async Task Packages_are_not_taken()
    {
        Assert.Equal(["A-116"], await MadeFiles.Zip(("a.txt", [65])).Check("a.zip").Codes());
        Assert.Equal(["A-116"], await new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4 }.Check("a.7z").Codes());
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<html><body onload=\"x()\"></body></html>")]
    [InlineData("<html><img src=x/onerror=x()></html>")]
    [InlineData("<html><a href=\"javascript:x()\">a</a></html>")]
    [InlineData("<html><a href='jAva&#115;cript&colon;x()'>a</a></html>")]
    [InlineData("<html><a href=\"java\tscript:x()\">a</a></html>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    public async Task Markup_that_would_act_is_refused(string markup) =>
        Assert.Equal(["A-108"], await Encoding.UTF8.GetBytes(markup).Check("a").Codes());

    [Fact]
    public async Task Markup_is_searched_to_its_end()
    {
        var padding = new string('a', 200_000);
        Assert.Equal(["A-108"], await Encoding.UTF8.GetBytes($"<html><p>{padding}</p><script>x()</script></html>").Check("a.html").Codes());
        Assert.Equal(["A-108"], await Encoding.Unicode.GetBytes($"\uFEFF<html><p>{padding}</p><script>x()</script></html>").Check("a.html").Codes());
    }

    [Fact]
    public async Task Markup_without_anything_active_is_sound()
    {
        Assert.Empty(await "<html><p>Thông báo <a href=\"https://example.vn/javascript:\">một</a> on = hai</p></html>"u8.ToArray().Check("a.html").Codes());
        Assert.Empty(await "<?xml version=\"1.0\"?><task online=\"1\"/>"u8.ToArray().Check("a.xml").Codes());
    }

    [Fact]
    public async Task An_RTF_with_a_packaged_file_is_refused() =>
        Assert.Equal(["A-108"], await @"{\rtf1\ansi{\object\objemb{\*\objdata 0105000002000000080000005061636b61676500}}}"u8.ToArray().Check("a.rtf").Codes());

    [Fact]
    public async Task Images_of_impossible_size_are_refused_by_their_header_alone() =>
        Assert.Equal(["A-114"], await MadeFiles.Png(60_000, 60_000).Check("a.png").Codes());

    [Fact]
    public async Task Images_without_a_header_or_an_end_are_damaged()
    {
        Assert.Equal(["A-106"], await MadeFiles.Png()[..20].Check("a.png").Codes());
        Assert.Equal(["A-106"], await MadeFiles.Png()[..^12].Check("a.png").Codes());
        Assert.Equal(["A-106"], await MadeFiles.Png(0, 4).Check("a.png").Codes());
        Assert.Equal(["A-106"], await MadeFiles.Tiff(1)[..9].Concat(new byte[7]).ToArray().Check("a.tif").Codes());
    }

    [Fact]
    public async Task A_check_that_outlasts_its_budget_is_a_finding_and_not_an_exception()
    {
        var clock = new FakeTimeProvider();
        var opened = new TaskCompletionSource();
        var check = new ContentCheck(clock, ContentLimits.Default);
        var running = check.CheckAsync(
            async stop =>
            {
                opened.SetResult();
                return await new TaskCompletionSource<Stream>().Task.WaitAsync(stop);
            },
            "%PDF-1.4"u8.ToArray(), default, 100, "a.pdf", TestContext.Current.CancellationToken);
        await opened.Task;
        clock.Advance(ContentLimits.Default.Time);
        Assert.Equal(["A-115"], await running.Codes());
        Assert.Equal(FormatFamily.Pdf, (await running).Format.Family);
    }

    [Fact]
    public async Task A_caller_who_stops_gets_no_verdict()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ContentCheck(TimeProvider.System).CheckAsync(
            token => Task.FromCanceled<Stream>(token), "%PDF-1.4"u8.ToArray(), default, 100, "a.pdf", stop.Token));
    }

    [Fact]
    public async Task A_storage_that_fails_is_not_taken_for_a_damaged_file() =>
        await Assert.ThrowsAsync<IOException>(() => new ContentCheck(TimeProvider.System).CheckAsync(
            _ => throw new IOException("storage"), "PK\x03\x04"u8.ToArray(), default, 100, "a.zip", TestContext.Current.CancellationToken));
}
