using System.Security.Cryptography;
using Archive.Records;
using Archive.Transfer.Receipts;

namespace EmbeddedHost.Receipts;

/// <summary>A preserved package as a folder.</summary>
internal static class PackageFolder
{
    /// <summary>Reads those of the files that are there, each once.</summary>
    /// <param name="folder">The package's root.</param>
    /// <param name="paths">Below it, with <c>/</c> between folders.</param>
    /// <exception cref="IOException">There is no such folder, or a file cannot be read.</exception>
    public static Dictionary<string, MeasuredFile> Measure(string folder, IEnumerable<string> paths)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");

        return paths.Where(path => File.Exists(Path.Combine(folder, path))).ToDictionary(path => path, path => Read(Path.Combine(folder, path)), StringComparer.Ordinal);
    }

    private static MeasuredFile Read(string file)
    {
        using var bytes = File.OpenRead(file);
        var digest = Sha256Digest.Of(SHA256.HashData(bytes));
        return new MeasuredFile(bytes.Position, digest);
    }
}
