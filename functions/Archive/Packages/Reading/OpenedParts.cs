using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>A file of a package that lies somewhere by itself.</summary>
/// <param name="Path">Beginning with the package's folder.</param>
/// <param name="Size">In bytes.</param>
/// <param name="OpenAsync">Opens it for reading.</param>
public sealed record PackageFilePart(string Path, long Size, Func<CancellationToken, Task<Stream>> OpenAsync);

/// <summary>A package whose files lie by themselves, and whose names have been judged. They can be read at the same time.</summary>
internal sealed class OpenedParts : OpenedPackage
{
    /// <summary>Files read at once: reading is mostly waiting for the first byte.</summary>
    private const int ReadAtOnce = 8;

    private readonly Dictionary<string, PackageFilePart> parts;

    private OpenedParts(PackageEntries entries, Dictionary<string, PackageFilePart> parts, long bytes)
        : base(entries) => (this.parts, Bytes) = (parts, bytes);

    public override long Bytes { get; }

    public override int AtOnce => ReadAtOnce;

    public static OpenedParts Open(IReadOnlyList<PackageFilePart> parts, PackageLimits limits)
    {
        if (parts.Count > limits.Entries)
            throw new PackageBrokenException(FindingCodes.PackageTooManyFiles, "", $"{parts.Count}", $"{limits.Entries}");

        var bytes = parts.Sum(part => part.Size);
        limits.Judge((ulong)bytes, bytes);
        return new OpenedParts(PackageEntries.Of(parts.Select(part => (part.Path, false))), parts.ToDictionary(part => part.Path, StringComparer.Ordinal), bytes);
    }

    public override Task<Stream> OpenAsync(string path, CancellationToken stop) => parts[path].OpenAsync(stop);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
