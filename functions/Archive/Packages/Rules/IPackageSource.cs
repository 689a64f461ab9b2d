namespace Archive.Packages.Rules;

/// <summary>Where a package is read from: a folder, a ZIP, a container of blobs.</summary>
public interface IPackageSource
{
    /// <summary>Every file, its path beginning with the package's folder, parts separated by <c>/</c>.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>Folders that hold nothing, where the source can tell.</summary>
    IReadOnlyList<string> EmptyFolders => [];

    /// <summary>How many files may be open at the same time.</summary>
    int AtOnce => 1;

    /// <summary>Opens one of <see cref="Paths"/> for reading. XML files may be opened more than once.</summary>
    Task<Stream> OpenAsync(string path, CancellationToken stop);
}
