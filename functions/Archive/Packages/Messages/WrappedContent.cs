using System.Buffers.Binary;
using Archive.Packages.Reading;

namespace Archive.Packages.Messages;

/// <summary>
/// One gateway puts each attachment into a ZIP with a single entry, named by a UUID, and says nothing of it. That ZIP is no document: what is in it is, under
/// the attachment's name.
/// </summary>
internal static class WrappedContent
{
    /// <summary>Takes an attachment out of its ZIP where it is in one; an attachment that is a ZIP by its name stays one.</summary>
    public static async Task<MessageAttachment> TakeOutAsync(MessageAttachment attachment, string workArea, PackageLimits limits, CancellationToken stop)
    {
        if (attachment.Content is not { IsDecoded: true, Size: > 4 } content || attachment.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return attachment;

        await using var stream = new FileStream(content.File, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        if (BinaryPrimitives.ReadUInt32BigEndian(await stream.StretchAsync(0, 4, stop)) != 0x504B0304)
            return attachment;

        // What cannot be opened is judged as the document it is then.
        if (await PackageOpener.OpenAsync(stream, workArea, limits, stop) is not PackageOpening.Opened { Package: OpenedZip { Paths: [var entry], EmptyFolders: [] } zip })
            return attachment;

        await using (zip)
        {
            var file = Path.Combine(workArea, Path.GetRandomFileName());
            await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
            await using var source = await zip.OpenAsync(entry, stop);
            await source.CopyToAsync(target, stop);
            return attachment with { File = file, Size = target.Position, Wrapped = entry };
        }
    }
}
