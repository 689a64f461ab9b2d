using System.Security.Cryptography;
using System.Text;
using Archive.Packages;
using Archive.Records;

namespace Archive.Accession;

/// <summary>
/// A folder of blobs that is one package: <c>packages/{name}/…</c> below the agency's folder. Its place says so, because its files come one by one and in
/// any order, and none of them is a document by itself.
/// </summary>
public static class PackageFolder
{
    private const string Home = "packages/";

    /// <summary>The folder, <c>packages/{name}/</c>, an upload lies in or is itself; null for an upload of its own.</summary>
    public static string? Of(string name) =>
        name.StartsWith(Home, StringComparison.Ordinal) && name.IndexOf('/', Home.Length) is var end && end > Home.Length ? name[..(end + 1)] : null;

    /// <summary>What its depositor calls the folder: its name without its place.</summary>
    public static string NameOf(string folder) => folder[Home.Length..^1];

    /// <summary>
    /// Whether an upload is worth looking at the folder for, or is the folder itself: METS.xml names all that belongs to its package, so that nothing needs to
    /// be waited for where it comes last. A bag may have tag files that nothing names.
    /// </summary>
    public static bool IsMark(string name) => Of(name) is { } folder && (name == folder || name[folder.Length..].Equals(PackageNames.Mets, StringComparison.OrdinalIgnoreCase));

    /// <summary>The state of all of its files together, as an ETag is of one: it changes when a file comes, goes, or is written over.</summary>
    public static string StateOf(IEnumerable<InboxBlob> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{file.ETag}\0"));
        return $"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(..16))}\"";
    }
}
