namespace Archive.Packages.Rules;

/// <summary>A package in a folder of this machine.</summary>
/// <param name="folder">The package's own folder, which bears its id.</param>
public sealed class FolderPackage(string folder) : IPackageSource
{
    private readonly string parent = Path.GetDirectoryName(Path.GetFullPath(folder.TrimEnd('/', '\\')))!;

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; } =
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(folder.TrimEnd('/', '\\')))!, Path.GetFullPath(file)).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(string path, CancellationToken stop) => Task.FromResult<Stream>(File.OpenRead(Path.Combine(parent, path)));
}
