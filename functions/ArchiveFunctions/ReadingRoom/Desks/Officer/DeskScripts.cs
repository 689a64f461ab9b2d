using System.Collections.Frozen;
using System.Security.Cryptography;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>The scripts of the desk. They stand in the assembly; their address holds a digest of them all, so that each version may be kept for ever.</summary>
internal static class DeskScripts
{
    private const string Folder = "desk/";

    /// <summary>Every script by its name.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = typeof(DeskScripts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], Read);

    /// <summary>The version of the whole: scripts name each other without one.</summary>
    public static string Version { get; } = Digest();

    /// <summary>Where a script is.</summary>
    public static string Address(string name) => All.ContainsKey(name) ? $"/desk/assets/{Version}/{name}" : throw new ArgumentException($"There is no script '{name}'.", nameof(name));

    private static string Digest()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, script) in All.OrderBy(one => one.Key, StringComparer.Ordinal))
            digest.AppendData(script);
        return Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, 8));
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(DeskScripts).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
