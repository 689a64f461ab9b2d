using System.Text.RegularExpressions;

namespace Archive.Packages.Bags;

/// <summary>A payload or tag manifest (RFC 8493, 2.1.3 and 2.2.1).</summary>
/// <param name="Path">Its own.</param>
/// <param name="AlgorithmName">As its name has it.</param>
/// <param name="IsTag">Whether it lists tag files.</param>
/// <param name="Entries">Its lines.</param>
/// <param name="Malformed">Lines that are none, by their number.</param>
/// <param name="IsRead">Whether it was read: not where no algorithm is known by its name, or another manifest is of the same one.</param>
internal sealed partial record BagManifest(
    string Path, string AlgorithmName, bool IsTag, IReadOnlyList<ManifestEntry> Entries, IReadOnlyList<(int Line, string Text)> Malformed, bool IsRead)
{
    /// <summary>Null where this archive cannot verify it.</summary>
    public BagAlgorithm? Algorithm { get; } = BagAlgorithm.Find(AlgorithmName);

    /// <summary>Whether a file is one by its name; what algorithm it names.</summary>
    public static bool Is(string path, out string algorithm, out bool isTag)
    {
        var match = FileName().Match(path);
        (algorithm, isTag) = (match.Groups[2].Value, match.Groups[1].Success);
        return match.Success;
    }

    [GeneratedRegex(@"\A(tag)?manifest-([^/]+)\.txt\z")]
    private static partial Regex FileName();
}

/// <summary>A line of a manifest.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Checksum">The bytes its hexadecimal digits stand for.</param>
/// <param name="Written">The path as it is written.</param>
/// <param name="Path">The path as it is meant.</param>
/// <param name="IsStarred">Whether a checksum tool left its mark for binary files before the path.</param>
/// <param name="File">The file it is, be it under another form of the same name; null where there is none.</param>
internal sealed record ManifestEntry(int Line, byte[] Checksum, string Written, string Path, bool IsStarred, BagFile? File);

/// <summary>A file of a bag, measured.</summary>
/// <param name="Path">Below the bag's folder.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Digests">By algorithm: those of the manifests it may be listed in.</param>
internal sealed record BagFile(string Path, long Size, IReadOnlyDictionary<string, byte[]> Digests)
{
    public bool IsPayload => Path.StartsWith(BagPath.Payload, StringComparison.Ordinal);
}
