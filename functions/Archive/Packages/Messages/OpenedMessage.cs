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

    private OpenedMessage(long packedBytes, Message message, IReadOnlyList<MessageAttachment> attachments)
        : base(PackageEntries.Of([(Itself, false), .. attachments.Select(attachment => (attachment.Path, false))])) =>
        (this.packedBytes, Message, Attachments) = (packedBytes, message, attachments);

    /// <summary>What it says.</summary>
    public Message Message { get; }

    /// <summary>What is attached, in the manifest's order; what that does not list comes last.</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get; }

    public override long Bytes => packedBytes + Attachments.Sum(attachment => attachment.Size);

    /// <summary>Reads it; its attachments are in the work area from then on.</summary>
    public static async Task<OpenedMessage> OpenAsync(Stream packed, string workArea, PackageLimits limits, CancellationToken stop)
    {
        var message = await MessageSplit.ReadAsync(packed, workArea, limits, stop);
        var (attachments, total) = (new List<MessageAttachment>(), 0UL);
        foreach (var (at, element) in message.Attachments.Index())
        {
            var content = message.Contents.Where(one => one.Element.Parent == element).MaxBy(one => one.Size > 0);
            var name = element.Said(MessageNames.FileNames) ?? Listed(message, element).Said(MessageNames.FileNames) ?? $"attachment-{at + 1}";
            attachments.Add(await WrappedContent.TakeOutAsync(new(element, MessageAttachment.Folder + name, content, null), workArea, limits, stop));
            limits.Judge(total += (ulong)attachments[^1].Size, packed.Length);
        }

        // Stable: what stands equally, keeps its order.
        return new OpenedMessage(packed.Length, message, [.. attachments.OrderBy(one => Place(message, one.Element))]);
    }

    public override Task<Stream> OpenAsync(string path, CancellationToken stop)
    {
        if (path == Itself)
            return ItselfAsync(stop);
        var file = Attachments.First(attachment => attachment.Path == path).File;
        return Task.FromResult(file is null ? Stream.Null : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan));
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

    private static XElement? Listed(Message message, XElement attachment) =>
        Message.IdOf(attachment) is { } id ? message.References.FirstOrDefault(reference => Message.IdOf(reference) == id) : null;

    private static int Place(Message message, XElement attachment)
    {
        var listed = Listed(message, attachment);
        return listed is null ? int.MaxValue : message.References.Index().First(one => one.Item == listed).Index;
    }
}
