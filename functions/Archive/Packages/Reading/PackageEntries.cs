using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>The names in a package: each one safe, and no two of them one name on some file system.</summary>
public sealed class PackageEntries
{
    private readonly List<(string Folded, string Path, bool IsFolder)> entries = [];

    private PackageEntries(IEnumerable<(string Path, bool IsFolder)> named)
    {
        foreach (var (path, isFolder) in named)
        {
            if (PackagePath.Fault(path) is { } fault)
                throw new PackageBrokenException(FindingCodes.UnsafeName, PackagePath.Shown(path), fault);
            entries.Add((PackagePath.Folded(path), path, isFolder));
        }

        entries.Sort((one, other) => string.CompareOrdinal(one.Folded, other.Folded));
        for (var at = 1; at < entries.Count; at++)
            Compare(entries[at - 1], entries[at]);

        Files = [.. entries.Where(entry => !entry.IsFolder).Select(entry => entry.Path).Order(StringComparer.Ordinal)];
        EmptyFolders = [.. Empty().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The files' paths, in order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Folders that hold nothing.</summary>
    public IReadOnlyList<string> EmptyFolders { get; }

    /// <exception cref="PackageBrokenException">A name is not safe, or two are one.</exception>
    internal static PackageEntries Of(IEnumerable<(string Path, bool IsFolder)> named) => new(named);

    /// <summary>
    /// Neighbours suffice: in this order everything that begins with the same folded folder stands together, and what lies in a folder of a
    /// file's name stands right after that file.
    /// </summary>
    private static void Compare((string Folded, string Path, bool IsFolder) before, (string Folded, string Path, bool IsFolder) entry)
    {
        var same = before.Folded == entry.Folded;
        var shared = same ? before.Folded.Length : SharedFolders(before.Folded, entry.Folded);
        if ((same && !(before.IsFolder && entry.IsFolder)) || (!before.IsFolder && entry.Folded.StartsWith(before.Folded + '\0', StringComparison.Ordinal))
            || !Parts(before.Path, before.Folded, shared).SequenceEqual(Parts(entry.Path, entry.Folded, shared)))
        {
            throw new PackageBrokenException(FindingCodes.PackageNamesCollide, PackagePath.Shown(entry.Path), PackagePath.Shown(before.Path));
        }
    }

    /// <summary>How much of both is the same folders.</summary>
    private static int SharedFolders(string one, string other)
    {
        var (end, until) = (0, Math.Min(one.Length, other.Length));
        for (var at = 0; at < until && one[at] == other[at]; at++)
        {
            if (one[at] == '\0')
                end = at;
        }

        return one.Length < other.Length && other.StartsWith(one, StringComparison.Ordinal) && other[one.Length] == '\0' ? one.Length : end;
    }

    /// <summary>The parts, as they are spelled, of so much of the folded path.</summary>
    private static IEnumerable<string> Parts(string path, string folded, int shared) =>
        shared == 0 ? [] : path.Split('/').Take(folded.AsSpan(0, shared).Count('\0') + 1);

    private IEnumerable<string> Empty()
    {
        for (var at = 0; at < entries.Count; at++)
        {
            var (folded, path, isFolder) = entries[at];
            var next = at + 1;
            while (next < entries.Count && entries[next].Folded == folded)
                next++;
            if (isFolder && (next == entries.Count || !entries[next].Folded.StartsWith(folded + '\0', StringComparison.Ordinal)))
                yield return path;
        }
    }
}
