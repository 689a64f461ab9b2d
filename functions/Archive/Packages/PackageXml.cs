using System.Text;
using System.Xml;
using System.Xml.Linq;
using Archive.Packages.Rules;

namespace Archive.Packages;

/// <summary>Reads a package's files for what they say, as strictly as the check does: no DTD, nothing fetched, no more than a kind of file may hold.</summary>
internal static class PackageXml
{
    private const int LongestLine = 4096;

    /// <summary>The root of a description, which is fetched once; null where it cannot be read, which the check has found.</summary>
    public static async Task<XElement?> Description(IPackageSource source, string stored, CancellationToken stop)
    {
        var most = PackagePaths.LargestOf(XmlKind.Description);
        using var kept = await Kept(source, stored, most, stop);
        if (await XmlDepth.IsTooDeep(kept, stop))
            return null;

        kept.Position = 0;
        var settings = PackageSchemas.Reading();
        (settings.Async, settings.MaxCharactersInDocument) = (true, most);
        try
        {
            using var reader = XmlReader.Create(kept, settings);
            return (await XDocument.LoadAsync(reader, LoadOptions.None, stop)).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The file's beginning, no more than may be read of it and one byte: what is longer is then not well-formed.</summary>
    private static async Task<MemoryStream> Kept(IPackageSource source, string stored, long most, CancellationToken stop)
    {
        var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        await using var stream = await source.OpenAsync(stored, stop);
        for (int read; kept.Length <= most && (read = await stream.ReadAsync(buffer, stop)) > 0;)
            kept.Write(buffer, 0, read);
        kept.Position = 0;
        return kept;
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
