using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.Description.Pdf;
using ArchiveFunctions.Tests.Accession.Content;
using ArchiveFunctions.Tests.Stories;
using UglyToad.PdfPig;

namespace ArchiveFunctions.Tests.ReadingRoom.Deliveries;

public sealed class DeliveryStories(LendingArchive archive) : IClassFixture<LendingArchive>
{
    private static readonly object Restricted = new { maintenance = "01", issuedDate = "15/03/1953", typeName = "03", organName = "UBND", language = "01", numberOfPage = "1", mode = "02", subject = "Sổ hộ tịch phố Hàng Bạc", codeNumber = "12", codeNotation = "QĐ-UB", docCode = "H26.1953.0000007" };

    [Fact]
    public async Task A_reading_copy_is_shown_to_the_reader_who_asked_and_to_nobody_else()
    {
        var (agency, id, _) = await Record(Restricted);
        using var reader = await archive.Reader('a');
        var delivery = await archive.Gives(reader, CopyProduct.ReadingCopy, id);

        var page = await reader.GetStringAsync($"reading-room/deliveries/{delivery.Id}");
        Assert.Contains($"src=\"/reading-room/deliveries/{delivery.Id}/content#toolbar=0\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" download", page, StringComparison.Ordinal);
        using var content = await reader.GetAsync(new Uri($"reading-room/deliveries/{delivery.Id}/content", UriKind.Relative));
        Assert.Equal(("inline", "no-store, private"), (content.Content.Headers.ContentDisposition!.ToString(), content.Headers.CacheControl!.ToString()));
        var text = Text(await content.Content.ReadAsByteArrayAsync());
        Assert.Contains($"Cơ quan {agency.Code}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BẢN SAO", text, StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Delivered, await archive.StatusOf(delivery.RequestId));
        Assert.Contains($"href=\"/reading-room/deliveries/{delivery.Id}\"", await reader.GetStringAsync($"reading-room/requests/{delivery.RequestId}"), StringComparison.Ordinal);

        using var other = await archive.Reader('b');
        using var archivist = await archive.Client(null, "archivist");
        using var nobody = await archive.Client(null);
        foreach (var part in new[] { "", "/content" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await LendingArchive.Status(other, delivery, part));
            Assert.Equal(HttpStatusCode.NotFound, await LendingArchive.Status(archivist, delivery, part));
            using var sent = await nobody.GetAsync(new Uri($"reading-room/deliveries/{delivery.Id}{part}", UriKind.Relative));
            Assert.DoesNotContain(delivery.Item!.Title, await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(archive.Complaints);
    }

    [Fact]
    public async Task A_copy_is_downloaded_in_parts_under_a_safe_name()
    {
        var (_, id, original) = await Record(Restricted, "Sổ hộ tịch.pdf");
        using var reader = await archive.Reader('a');
        var delivery = await archive.Gives(reader, CopyProduct.UnauthenticatedCopy, id);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"reading-room/deliveries/{delivery.Id}/content");
        request.Headers.Range = new(0, original.Length - 1);
        using var part = await reader.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(original, await part.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("attachment; filename=\"So ho tich.pdf\"", part.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Contains("BẢN SAO", Text(await Bytes(reader, delivery)), StringComparison.Ordinal);
        Assert.Null(delivery.Code);
    }

    [Fact]
    public async Task An_authenticated_copy_is_signed_and_anyone_verifies_it_by_its_code()
    {
        var (agency, id, _) = await Record(Restricted);
        using var reader = await archive.Reader('a');
        var delivery = await archive.Gives(reader, CopyProduct.AuthenticatedCopy, id);
        var copy = await Bytes(reader, delivery);
        var code = CopyCode(delivery);

        var signature = Assert.Single(await PdfSignatures.ReadAsync(new MemoryStream(copy), copy.Length, CancellationToken.None));
        Assert.Equal((true, true), (signature.Intact, signature.CoversWholeFile));
        Assert.Contains(code, Text(copy), StringComparison.Ordinal);

        using var nobody = await archive.Client(null);
        var said = await nobody.Reads($"api/verifications/{code.ToLowerInvariant()}");
        Assert.Equal(("valid", Digest(copy), $"Cơ quan {agency.Code}"), (said.Text("status"), said.Text("sha256"), said.Text("archive")));
        Assert.Equal(("H26.1953.0000007", "12/QĐ-UB", 2), (said.GetProperty("record").Text("archivalCode"), said.GetProperty("record").Text("number"), said.GetProperty("record").Number("copies")));
        Assert.DoesNotContain("001099012345", said.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn Đọc", said.GetRawText(), StringComparison.Ordinal);

        var page = await nobody.GetStringAsync($"reading-room/verify?code={code}&lang=en");
        Assert.Contains("The archive issued this copy", page, StringComparison.Ordinal);
        Assert.Contains("/reading-room/digest.js", page, StringComparison.Ordinal);
        await nobody.IsRefused(HttpStatusCode.BadRequest, $"api/verifications/{code[..^1]}{(code[^1] == '7' ? '8' : '7')}");
        var never = VerificationCode.Of(new byte[VerificationCode.RandomBytes]);
        await nobody.IsRefused(HttpStatusCode.NotFound, $"api/verifications/{never}");
        await nobody.IsRefused(HttpStatusCode.NotFound, $"reading-room/verify?code={never}");
    }

    [Fact]
    public async Task A_package_holds_the_original_byte_for_byte_and_an_authentication_file_with_its_eleven_items()
    {
        var (agency, id, original) = await Record(Restricted);
        using var reader = await archive.Reader('a');
        var delivery = await archive.Gives(reader, CopyProduct.DisseminationPackage, id);
        var packed = await Bytes(reader, delivery);
        await using var zip = new ZipArchive(new MemoryStream(packed));

        Assert.Equal(original, Read(zip.Entries.Single(entry => entry.FullName.EndsWith($"/data/{id}.pdf", StringComparison.Ordinal))));
        var folder = Directory.CreateTempSubdirectory("dip");
        await zip.ExtractToDirectoryAsync(folder.FullName);
        var package = folder.GetDirectories().Single().FullName;
        Assert.Contains("OAISPACKAGETYPE=\"DIP\"", await File.ReadAllTextAsync(Path.Combine(package, "METS.xml")), StringComparison.Ordinal);
        Assert.Contains("<purposeContent>Tìm hiểu lịch sử phố phường</purposeContent>", await File.ReadAllTextAsync(Path.Combine(package, "metadata/descriptive/EAD.xml")), StringComparison.Ordinal);
        var opening = await PackageOpener.OpenAsync(new MemoryStream(packed), folder.FullName, PackageLimits.Default, CancellationToken.None);
        var report = await PackageVerification.CheckAsync(opening, "dip.zip", null, CancellationToken.None);
        folder.Delete(recursive: true);
        Assert.Equal(Specification.CircularDip, report.Specification);
        Assert.Empty(report.Findings);

        var sheet = Read(zip.GetEntry("giay-xac-thuc.pdf")!);
        Assert.True(Assert.Single(await PdfSignatures.ReadAsync(new MemoryStream(sheet), sheet.Length, CancellationToken.None)) is { Intact: true, CoversWholeFile: true });
        var text = Text(sheet);
        Assert.All(
            [CopyCode(delivery), $"Cơ quan {agency.Code}", "Nguyễn Văn Đọc, 001099012345", "H26.1953.0000007", "12/QĐ-UB", "Sổ hộ tịch phố Hàng Bạc", "Cá nhân", $"{archive.Today:dd/MM/yyyy}", $"{delivery.UseUntil:dd/MM/yyyy}", "Số bản 2", Digest(original)[..40]],
            item => Assert.Contains(item, text, StringComparison.Ordinal));
        Keep("xac-thuc.pdf", sheet);
    }

    [Fact]
    public async Task What_has_no_pages_is_given_as_it_is_beside_a_sheet_and_cannot_be_a_reading_copy()
    {
        var agency = await archive.NewAgency();
        var text = Encoding.UTF8.GetBytes("Biên bản họp tổ dân phố");
        await agency.Describes("bien-ban.txt", Restricted);
        await agency.Puts("bien-ban.txt", text);
        await archive.Settles();
        using var reader = await archive.Reader('a');

        var copy = await archive.Gives(reader, CopyProduct.AuthenticatedCopy, agency.IdOf(text));
        await using var zip = new ZipArchive(new MemoryStream(await Bytes(reader, copy)));
        Assert.Equal(text, Read(zip.GetEntry("bien-ban.txt")!));
        Assert.Contains(Digest(text)[..40], Text(Read(zip.GetEntry("giay-xac-thuc.pdf")!)), StringComparison.Ordinal);

        var none = await archive.Gives(reader, CopyProduct.ReadingCopy, agency.IdOf(text));
        Assert.Equal((DeliveryState.Impossible, CopyObstacle.NotShowable), (none.State, none.Obstacle));
        Assert.Equal(RequestStatus.NotMade, await archive.StatusOf(none.RequestId));
        Assert.Matches("<dt>Why nothing could be made</dt>\\s*<dd>no page of this format can be shown; a copy can be given instead</dd>", await reader.GetStringAsync($"reading-room/requests/{none.RequestId}?lang=en"));
        Assert.Equal("notShowable", Assert.Single((await reader.Reads($"api/requests/{none.RequestId}")).GetProperty("obstacles").EnumerateArray()).GetString());
        Assert.Equal(HttpStatusCode.NotFound, await LendingArchive.Status(reader, none));
        using var archivist = await archive.Client(null, "archivist");
        var register = await archivist.GetStringAsync("desk/deliveries?lang=en");
        Assert.Contains("Could not be made: no page of this format can be shown", register, StringComparison.Ordinal);
        Assert.Contains(copy.RequestId, register, StringComparison.Ordinal);
        await reader.IsRefused(HttpStatusCode.Forbidden, "desk/deliveries");
    }

    [Fact]
    public async Task A_picture_becomes_a_page_with_the_marks()
    {
        var agency = await archive.NewAgency();
        var picture = MadeFiles.Png();
        await agency.Describes("anh.png", Restricted);
        await agency.Puts("anh.png", picture);
        await archive.Settles();
        using var reader = await archive.Reader('a');
        var delivery = await archive.Gives(reader, CopyProduct.UnauthenticatedCopy, agency.IdOf(picture));

        var copy = await Bytes(reader, delivery);
        Assert.Equal("anh.pdf", delivery.File!.Name);
        Assert.Contains("BẢN SAO", Text(copy), StringComparison.Ordinal);
        using var document = PdfDocument.Open(copy);
        Assert.Single(document.GetPage(1).GetImages());
    }

    [Fact]
    public async Task After_its_term_it_is_over_and_five_days_later_its_bytes_are_gone_and_its_line_is_not()
    {
        var (_, id, _) = await Record(Restricted);
        using var first = await archive.Reader('a');
        var delivery = await archive.Gives(first, CopyProduct.AuthenticatedCopy, id);
        Assert.Equal(archive.Today.AddDays(15), delivery.UseUntil);

        await archive.Sleeps(15);
        using var inTime = await archive.Reader('a');
        Assert.Equal(HttpStatusCode.OK, await LendingArchive.Status(inTime, delivery));
        Assert.Equal(RequestStatus.Delivered, await archive.StatusOf(delivery.RequestId));

        await archive.Sleeps(1);
        using var late = await archive.Reader('a');
        Assert.Equal(HttpStatusCode.Gone, await LendingArchive.Status(late, delivery));
        Assert.Equal(HttpStatusCode.Gone, await LendingArchive.Status(late, delivery, "/content"));
        Assert.Equal(RequestStatus.Expired, await archive.StatusOf(delivery.RequestId));
        Assert.Single(await archive.Lying(delivery));
        Assert.Equal("over", (await late.Reads($"api/verifications/{CopyCode(delivery)}")).Text("status"));

        await archive.Sleeps(4);
        Assert.Empty(await archive.Lying(delivery));
        using var later = await archive.Reader('a');
        Assert.Equal(HttpStatusCode.Gone, await LendingArchive.Status(later, delivery));
        Assert.Equal("over", (await later.Reads($"api/verifications/{CopyCode(delivery)}")).Text("status"));
        using var archivist = await archive.Client(null, "archivist");
        Assert.Contains(CopyCode(delivery), await archivist.GetStringAsync("desk/deliveries"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_record_that_became_secret_nothing_is_given_or_said_any_more()
    {
        var (agency, id, _) = await Record(Restricted, "a.pdf");
        using var reader = await archive.Reader('a');
        var given = await archive.Gives(reader, CopyProduct.AuthenticatedCopy, id);
        await agency.Describes("a.pdf", new { mode = "03" });
        await archive.Settles();
        Assert.Equal(RecordStatus.Withheld, (await archive.Get<ArchiveFunctions.Records.RecordTable>().Find(id, CancellationToken.None))!.Record.Status);

        Assert.Equal(HttpStatusCode.NotFound, await LendingArchive.Status(reader, given));
        Assert.Equal(HttpStatusCode.NotFound, await LendingArchive.Status(reader, given, "/content"));
        Assert.False((await reader.Reads($"api/verifications/{CopyCode(given)}")).TryGetProperty("record", out _));
        Assert.DoesNotContain("Hàng Bạc", await reader.GetStringAsync($"reading-room/verify?code={CopyCode(given)}"), StringComparison.Ordinal);
        Assert.Equal(CopyObstacle.Withheld, (await archive.Gives(reader, CopyProduct.ReadingCopy, id)).Obstacle);
    }

    private async Task<(Depositor Agency, RecordId Id, byte[] Content)> Record(object description, string name = "a.pdf")
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf($"{agency.Code}");
        await agency.Describes(name, description);
        await agency.Puts(name, content);
        await archive.Settles();
        return (agency, agency.IdOf(content), content);
    }

    private static string CopyCode(Delivery delivery) => string.Join('-', delivery.Code!.Chunk(4).Select(group => new string(group)));

    private static Task<byte[]> Bytes(HttpClient reader, Delivery delivery) => reader.GetByteArrayAsync($"reading-room/deliveries/{delivery.Id}/content");

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Keep(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("KEEP_COPIES") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, name), pdf);
    }
}
