using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue;
using Archive.Packages;
using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>
/// Copies of several files, as a ZIP written while it is sent: the original's bytes as they are, compared with their digest on the way, and beside them
/// what vouches for them.
/// </summary>
public sealed class PackageCopy(Contents contents, RecordTable records)
{
    private const int JournalPage = 500;
    private const string SheetName = "giay-xac-thuc.pdf";
    private const string PlainSheetName = "thong-tin-ban-sao.pdf";
    private static readonly PackagingSoftware Software = new("ArchiveFunctions", typeof(PackageCopy).Assembly.GetName().Version!.ToString(3));

    /// <summary>The content and its sheet.</summary>
    internal async Task WriteWithSheet(Delivery delivery, ArchiveRecord record, Task<byte[]> sheet, Stream target, CancellationToken stop)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop);
        var sheetName = delivery.IsAuthenticated ? SheetName : PlainSheetName;
        var name = ContentDisposition.Safe(record.Content.OriginalName);
        await Content(zip, name == sheetName ? $"1-{name}" : name, record, delivery.BegunAt, stop);
        await Sheet(zip, sheetName, sheet, delivery, stop);
    }

    /// <summary>
    /// The dissemination package (TT 05/2025 Đ42) and the authentication file beside it. Its METS and PREMIS are those of the archive's packages, its
    /// description as a whole is the request; the document is described by the fields annex V gives what it is.
    /// </summary>
    internal async Task WritePackage(Delivery delivery, ArchiveRecord record, CopyRequest request, CopiedItem item, Task<byte[]> sheet, Stream target, CancellationToken stop)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop);
        var plan = Plan(delivery, record, request, item);
        var folder = PackageNames.Folder(plan.Id);
        var sources = new PackageSources((_, _) => Task.FromResult(record.Description), Journal);
        foreach (var file in await AipWriter.WriteAsync(plan, sources, Software, Store, stop))
        {
            if (file.Content is not null)
                await Content(zip, $"{folder}/{file.Path}", record, delivery.BegunAt, stop);
        }

        await Sheet(zip, SheetName, sheet, delivery, stop);

        async Task Store(PackagePart part, CancellationToken storing)
        {
            await using var entry = await Entry(zip, $"{folder}/{part.Path}", delivery.BegunAt, storing);
            await part.WriteTo(entry, storing);
        }
    }

    private static PackagePlan Plan(Delivery delivery, ArchiveRecord record, CopyRequest request, CopiedItem item) => new(
        new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(delivery.Id)).AsSpan(0, 16)),
        PackageKind.Dissemination,
        record.Agency.Value,
        item.Archive,
        request.Id,
        delivery.BegunAt,
        item.Title,
        null,
        [new PackagedRecord(record.Id, record.Id.Value, record.Content) { Signatures = record.Signatures }])
    {
        Described = new Dictionary<string, string?>
        {
            ["requestID"] = request.Id,
            ["requestDate"] = VietnamTime.At(request.AskedAt).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            ["purpose"] = request.Purpose,
            ["purposeContent"] = Cut(request.PurposeContent, 500),
            ["feeObjectType"] = request.FeeObjectType,
            ["researchTopic"] = Cut(request.ResearchTopic, 250),
            ["description"] = Cut(request.Description, 2000),
        }.Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToDictionary(field => field.Key, field => field.Value!),
    };

    /// <summary>What happened to the record; who of the staff did it is not for readers, the agency is.</summary>
    private async Task<IReadOnlyList<JournalEvent>> Journal(RecordId id, CancellationToken stop)
    {
        var events = new List<JournalEvent>();
        for (string? from = null; ;)
        {
            var page = await records.Journal(id, from, JournalPage, stop);
            events.AddRange(page.Events.Select(happened => happened with { Actor = "archive", Detail = "" }));
            if ((from = page.Continuation) is null)
                return events;
        }
    }

    private async Task Content(ZipArchive zip, string name, ArchiveRecord record, DateTimeOffset at, CancellationToken stop)
    {
        using var sha = SHA256.Create();
        await using var content = (await contents.Of(record).DownloadStreamingAsync(cancellationToken: stop)).Value.Content;
        await using (var entry = await Entry(zip, name, at, stop))
        await using (var digesting = new CryptoStream(entry, sha, CryptoStreamMode.Write, leaveOpen: true))
            await content.CopyToAsync(digesting, stop);
        if (Sha256Digest.Of(sha.Hash!) != record.Content.Digest)
            throw new InvalidDataException($"The content of record {record.Id} is not what was admitted.");
    }

    private static async Task Sheet(ZipArchive zip, string name, Task<byte[]> sheet, Delivery delivery, CancellationToken stop)
    {
        await using var entry = await Entry(zip, name, delivery.BegunAt, stop);
        await entry.WriteAsync(await sheet, stop);
    }

    private static Task<Stream> Entry(ZipArchive zip, string name, DateTimeOffset at, CancellationToken stop)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = VietnamTime.At(at);
        return entry.OpenAsync(stop);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : Vietnamese.Compose(text[..most]);
}
