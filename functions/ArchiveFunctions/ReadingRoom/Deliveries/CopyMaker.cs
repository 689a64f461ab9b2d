using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.Description;
using ArchiveFunctions.ReadingRoom.Deliveries.Pdf;
using ArchiveFunctions.Records;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>What came of making a copy.</summary>
internal abstract record MadeCopy
{
    private MadeCopy()
    {
    }

    /// <summary>Its bytes.</summary>
    public sealed record File(DeliveredFile Delivered) : MadeCopy;

    /// <summary>Why there are none.</summary>
    public sealed record None(CopyObstacle Obstacle) : MadeCopy;
}

/// <summary>
/// Makes what a reader is given from a record's content, which is read from the archive that has custody and never changed. Files on the way lie in the
/// temporary folder, not in memory.
/// </summary>
public sealed class CopyMaker(Contents contents, DeliveryBlobs blobs, PackageCopy packages, CopySigner signer, DeliverySettings settings, TimeProvider clock)
{
    /// <summary>A PDF of thousands of pages takes seconds; a hostile one is given up after this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Makes it.</summary>
    internal async Task<MadeCopy> Make(Delivery delivery, CopiedItem item, ArchiveRecord record, CopyRequest request, CancellationToken stop) =>
        CopyForm.Of(delivery.Product, record.Content.Format) switch
        {
            CopyForm.MarkedPages => await Marked(delivery, item, record, (target, _) => Download(record, target, stop), stop),
            CopyForm.PictureOnPage when record.Content.Size > PicturePages.Most => new MadeCopy.None(CopyObstacle.TooLarge),
            CopyForm.PictureOnPage => await Marked(delivery, item, record, (target, budget) => Picture(record, target, budget), stop),
            CopyForm.AsKept => new MadeCopy.File(new DeliveredFile(null, record.Content.OriginalName, record.Content.Format.MediaType, record.Content.Size, record.Content.Digest.Value)),
            CopyForm.WithSheet => await Zipped(delivery, record, target => packages.WriteWithSheet(delivery, record, Sheet(delivery, item, request, stop), target, stop), stop),
            CopyForm.Package => await Zipped(delivery, record, target => packages.WritePackage(delivery, record, request, item, Sheet(delivery, item, request, stop), target, stop), stop),
            CopyForm.Impossible impossible => new MadeCopy.None(impossible.Obstacle),
            var other => throw new InvalidOperationException($"{other} is no form of a copy."),
        };

    private async Task<MadeCopy> Marked(Delivery delivery, CopiedItem item, ArchiveRecord record, Func<Stream, CancellationToken, Task<CopyObstacle?>> fetch, CancellationToken stop)
    {
        await using var original = TemporaryFile.Open();
        await using var copy = TemporaryFile.Open();
        using var budget = new Budget(Patience, clock, stop);
        try
        {
            if (await fetch(original, budget.Token) is { } unfit)
                return new MadeCopy.None(unfit);
            if (await PdfMarking.Mark(original, CopyPaper.Marks(delivery, item, settings, signer), copy, budget.Token) is { } obstacle)
                return new MadeCopy.None(obstacle);
        }
        catch (OperationCanceledException) when (budget.Spent)
        {
            return new MadeCopy.None(CopyObstacle.TookTooLong);
        }

        copy.Position = 0;
        var written = await blobs.Write(delivery.Id, "application/pdf", target => copy.CopyToAsync(target, stop), stop);
        return new MadeCopy.File(new DeliveredFile(written.Name, Path.ChangeExtension(Path.GetFileName(record.Content.OriginalName), ".pdf"), "application/pdf", written.Size, written.Sha256));
    }

    private async Task<MadeCopy> Zipped(Delivery delivery, ArchiveRecord record, Func<Stream, Task> make, CancellationToken stop)
    {
        var written = await blobs.Write(delivery.Id, "application/zip", make, stop);
        return new MadeCopy.File(new DeliveredFile(written.Name, Path.ChangeExtension(Path.GetFileName(record.Content.OriginalName), ".zip"), "application/zip", written.Size, written.Sha256));
    }

    /// <summary>The sheet with its marks and, where it authenticates, its signature.</summary>
    private async Task<byte[]> Sheet(Delivery delivery, CopiedItem item, CopyRequest request, CancellationToken stop)
    {
        using var sheet = new MemoryStream(CopyPaper.Sheet(delivery, item, request, settings), writable: false);
        using var marked = new MemoryStream();
        return await PdfMarking.Mark(sheet, CopyPaper.Marks(delivery, item, settings, signer), marked, stop) is { } obstacle
            ? throw new InvalidOperationException($"The sheet of delivery {delivery.Id} cannot be marked: {obstacle}.")
            : marked.ToArray();
    }

    private async Task<CopyObstacle?> Download(ArchiveRecord record, Stream target, CancellationToken stop)
    {
        await using var content = (await contents.Of(record).DownloadStreamingAsync(new BlobDownloadOptions(), stop)).Value.Content;
        await content.CopyToAsync(target, stop);
        return null;
    }

    private async Task<CopyObstacle?> Picture(ArchiveRecord record, Stream target, CancellationToken budget)
    {
        var picture = (await contents.Of(record).DownloadContentAsync(budget)).Value.Content;
        var (page, obstacle) = await PicturePages.Set(picture.ToArray(), record.Content.Format.MediaType, budget);
        if (page is not null)
            await target.WriteAsync(page, budget);
        return obstacle;
    }
}
