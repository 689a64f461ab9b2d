using System.Xml.Linq;
using Archive.Packages.Reading;

namespace Archive.Packages.Messages;

/// <summary>
/// An edXML message as a package: its attachments in a folder, in the order of its manifest, and beside it the message itself without their bytes. So those
/// are in the documents alone, and go with them where one has to be erased. The attachments' names are the sender's, and judged like those of any package.
/// </summary>
internal sealed class OpenedMessage : OpenedPackage
{
    /// <summary>What the message itself is called in its package.</summary>
    public const string Itself = "message.edxml";

    private readonly long packedBytes;
    private readonly Dictionary<string, MessageAttachment> byPath;

    private OpenedMessage(long packedBytes, Message message, IReadOnlyList<MessageAttachment> attachments)
        : base(PackageEntries.Of([(Itself, false), .. attachments.Select(attachment => (attachment.Path, false))])) =>
        (this.packedBytes, Message, Attachments, byPath) =
        (packedBytes, message, attachments, attachments.ToDictionary(attachment => attachment.Path, StringComparer.Ordinal));

    /// <summary>What it says.</summary>
    public Message Message { get; }

    /// <summary>What is attached, in the manifest's order; what that does not list comes last.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get; }

    public override long Bytes => packedBytes + Attachments.Sum(attachment => attachment.Size);

    /// <summary>Reads it; its attachments are in the work area from then on.</summary>
    public static async Task<OpenedMessage> OpenAsync(Stream packed, string workArea, PackageLimits limits, CancellationToken stop)
    {
        var message = await MessageSplit.ReadAsync(packed, workArea, limits, stop);
        var contents = message.Contents.ToLookup(content => content.Element.Parent);
        var listed = message.References.Index().Where(one => Message.IdOf(one.Item) is not null)
            .DistinctBy(one => Message.IdOf(one.Item), StringComparer.Ordinal)
            .ToDictionary(one => Message.IdOf(one.Item)!, StringComparer.Ordinal);
        var (attachments, total) = (new List<(int Place, MessageAttachment Attachment)>(), 0UL);
        foreach (var (at, element) in message.Attachments.Index())
        {
            stop.ThrowIfCancellationRequested();
            var (place, reference) = Message.IdOf(element) is { } id && listed.TryGetValue(id, out var one) ? one : (int.MaxValue, null);
            var content = contents[element].MaxBy(one => one.Size > 0);
            var name = element.Said(MessageNames.FileNames) ?? reference.Said(MessageNames.FileNames) ?? $"attachment-{at + 1}";
            var attachment = await WrappedContent.TakeOutAsync(new(element, MessageAttachment.Folder + name, content, null), workArea, limits, stop);
            attachments.Add((place, attachment));
            limits.Judge(total += (ulong)attachment.Size, packed.Length);
        }

        // Stable: what stands equally, keeps its order.
        return new OpenedMessage(packed.Length, message, [.. attachments.OrderBy(one => one.Place).Select(one => one.Attachment)]);
    }

    public override Task<Stream> OpenAsync(string path, CancellationToken stop)
    {
        if (path == Itself)
            return ItselfAsync(stop);
        var options = FileOptions.Asynchronous | FileOptions.SequentialScan;
        return Task.FromResult(byPath[path].File is { } file
            ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, options)
            : Stream.Null);
    }

    /// <summary>The message written anew from its elements; those of contents stand in it, empty.</summary>
    private async Task<Stream> ItselfAsync(CancellationToken stop)
    {
        var written = new MemoryStream();
        if (Message.Root is { } root)
            await root.SaveAsync(written, SaveOptions.DisableFormatting, stop);
        written.Position = 0;
        return written;
    }

    /// <summary>The work area is its owner's.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
