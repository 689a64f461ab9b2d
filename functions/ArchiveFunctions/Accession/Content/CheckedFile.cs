using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Accession.Content;

/// <summary>A file under check: windows on both its ends, which are at hand, and the way to the rest, which costs a read.</summary>
/// <param name="Open">Opens the content for reading from any place; the caller disposes.</param>
/// <param name="Head">The first bytes.</param>
/// <param name="Tail">The last bytes.</param>
/// <param name="Size">Of the whole, in bytes.</param>
/// <param name="Name">As findings name it.</param>
internal sealed record CheckedFile(
    Func<CancellationToken, Task<Stream>> Open, ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Tail, long Size, string Name)
{
    /// <summary>Nothing wrong.</summary>
    public static ContentVerdict Sound(FormatIdentity format) => new(format, []);

    /// <summary>One thing wrong with the file as a whole.</summary>
    public ContentVerdict With(FormatIdentity format, FindingCode code, params string[] values) => new(format, [Finding.Of(code, Name, values)]);

    /// <summary>The file cannot be opened as what it is.</summary>
    public ContentVerdict Damaged(FormatIdentity format, string reason) => With(format, FindingCodes.Damaged, format.Name, reason);
}
