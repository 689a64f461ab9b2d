using System.IO.Compression;

namespace Archive.Packages.Rules;

/// <summary>A package in a ZIP file. It reads one entry at a time.</summary>
/// <param name="zip">The open ZIP, which its owner closes.</param>
public sealed class ZipPackage(ZipArchive zip) : IPackageSource
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; } =
        [.. zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).Select(entry => entry.FullName).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(string path, CancellationToken stop) => zip.GetEntry(path)!.OpenAsync(stop);
}
