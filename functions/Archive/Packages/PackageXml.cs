using System.Text;
using System.Xml;
using System.Xml.Linq;
using Archive.Packages.Rules;

namespace Archive.Packages;

/// <summary>Reads a package's files for what they say, as strictly as the check does: no DTD, nothing fetched, no more than a kind of file may hold.</summary>
internal static class PackageXml
{
    private const int LongestLine = 4096;

    /// <summary>The root of an XML file; null where it cannot be read, which the check has found.</summary>
    public static async Task<XElement?> Load(IPackageSource source, string stored, XmlKind kind, CancellationToken stop)
    {
        var settings = PackageSchemas.Reading();
        (settings.Async, settings.MaxCharactersInDocument) = (true, PackagePaths.LargestOf(kind));
        try
        {
            await using var stream = await source.OpenAsync(stored, stop);
            using var reader = XmlReader.Create(stream, settings);
            return (await XDocument.LoadAsync(reader, LoadOptions.None, stop)).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The text of a small file, trimmed; no more than 4 KB of it.</summary>
    public static async Task<string> Line(IPackageSource source, string stored, CancellationToken stop)
    {
        await using var stream = await source.OpenAsync(stored, stop);
        var buffer = new byte[LongestLine];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return Encoding.UTF8.GetString(buffer.AsSpan(0, read)).Trim('\uFEFF', ' ', '\t', '\r', '\n');
    }
}
