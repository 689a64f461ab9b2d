using Archive.Packages.Rules;

namespace Archive.Packages.Reading;

/// <summary>
/// A package that has been opened. What its files unpack to is held to what was declared while they are read: where the bytes say otherwise,
/// reading throws <see cref="PackageBrokenException"/>.
/// </summary>
/// <param name="entries">What lies in it.</param>
public abstract class OpenedPackage(PackageEntries entries) : IPackageSource, IAsyncDisposable
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Paths => entries.Files;

    /// <inheritdoc/>
    public IReadOnlyList<string> EmptyFolders => entries.EmptyFolders;

    /// <inheritdoc/>
    public virtual int AtOnce => 1;

    /// <summary>How many bytes its files declare together.</summary>
    public abstract long Bytes { get; }

    /// <inheritdoc/>
    public abstract Task<Stream> OpenAsync(string path, CancellationToken stop);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
