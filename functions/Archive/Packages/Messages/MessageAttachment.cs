using System.Xml.Linq;

namespace Archive.Packages.Messages;

/// <summary>What is attached to a message, as a file of the package.</summary>
/// <param name="Element">Where it stands.</param>
/// <param name="Path">Its path in the package: its own name, in the folder of attachments.</param>
/// <param name="Content">Its bytes as they stood there; null where it has none.</param>
/// <param name="Wrapped">Of one that a gateway has put into a ZIP of its own: what it is called in there.</param>
internal sealed record MessageAttachment(XElement Element, string Path, MessageContent? Content, string? Wrapped)
{
    /// <summary>The folder of attachments.</summary>
    public const string Folder = "attachments/";

    /// <summary>The file of the work area that has its bytes, out of the ZIP where they were in one.</summary>
    public string? File { get; init; } = Content?.File;

    /// <summary>How many bytes that are.</summary>
    public long Size { get; init; } = Content?.Size ?? 0;
}
