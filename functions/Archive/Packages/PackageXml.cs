using System.Text;
using System.Xml;
using System.Xml.Linq;
using Archive.Packages.Rules;

namespace Archive.Packages;

/// <summary>Reads a package's files for what they say, as strictly as the check does: no DTD, nothing fetched, no more than a kind of file may hold.</summary>
internal static class PackageXml
{
    private const int LongestLine = 4096;

    /// <summary>The root of an XML file; null where it cannot be read, which the check has found. A description is fetched once, METS twice.</summary>
    public static async Task<XElement?> Load(IPackageSource source, string stored, XmlKind kind, CancellationToken stop)
    {
        using var kept = kind == XmlKind.Description ? await Kept(source, stored, PackagePaths.LargestOf(kind), stop) : null;
        await using (var stream = await Open())
        {
            if (await XmlDepth.IsTooDeep(stream, stop))
                return null;
        }

        var settings = PackageSchemas.Reading();
        (settings.Async, settings.MaxCharactersInDocument) = (true, PackagePaths.LargestOf(kind));
        try
        {
            await using var stream = await Open();
            using var reader = XmlReader.Create(stream, settings);
            return (await XDocument.LoadAsync(reader, LoadOptions.None, stop)).Root;
        }
        catch (XmlException)
        {
            return null;
        }

        async Task<Stream> Open() => kept is null ? await source.OpenAsync(stored, stop) : new MemoryStream(kept.GetBuffer(), 0, (int)kept.Length, writable: false);
    }

    /// <summary>The file's beginning, no more than may be read of it and one byte: what is longer is then not well-formed.</summary>
    private static async Task<MemoryStream> Kept(IPackageSource source, string stored, long most, CancellationToken stop)
    {
        var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        await using var stream = await source.OpenAsync(stored, stop);
        for (int read; kept.Length <= most && (read = await stream.ReadAsync(buffer, stop)) > 0;)
            kept.Write(buffer, 0, read);
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
