using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>A folder of this machine, whose names have been judged. Its files can be read at the same time.</summary>
internal sealed class OpenedFolder : OpenedPackage
{
    private readonly string parent;

    private OpenedFolder(string parent, PackageEntries entries, long bytes)
        : base(entries) => (this.parent, Bytes) = (parent, bytes);

    public override long Bytes { get; }

    public override int AtOnce => Environment.ProcessorCount;

    public static OpenedFolder Open(string folder, PackageLimits limits)
    {
        var root = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var parent = root.Parent?.FullName ?? throw new PackageBrokenException(FindingCodes.UnsafeName, "", "a whole file system");
        var named = new List<(string Path, bool IsFolder)>();
        long bytes = 0;
        foreach (var entry in root.EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false }))
        {
            // A link to a folder is seen before anything in it.
            var path = Path.GetRelativePath(parent, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (entry.LinkTarget is not null || (entry.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) != 0)
                throw new PackageBrokenException(FindingCodes.PackageLink, PackagePath.Shown(path));
            if (named.Count == limits.Entries)
                throw new PackageBrokenException(FindingCodes.PackageTooManyFiles, "", $"more than {limits.Entries}", $"{limits.Entries}");
            named.Add((path, entry is DirectoryInfo));
            bytes += entry is FileInfo file ? file.Length : 0;
        }

        return new OpenedFolder(parent, PackageEntries.Of(named), bytes);
    }

    public override Task<Stream> OpenAsync(string path, CancellationToken stop) =>
        Task.FromResult<Stream>(new FileStream(Path.Combine(parent, path), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
