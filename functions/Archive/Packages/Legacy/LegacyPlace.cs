using System.Xml;
using Archive.Packages.Reading;
using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>
/// Tells packages of TT 02/2019 from other archive files, by the names of the elements in their XML. Which structure the circular gives its packages could not be
/// found out; what these have in common is metadata in its element names beside the files.
/// </summary>
internal static class LegacyPlace
{
    /// <summary>Metadata stands at the top, or beside each file: the first few XML files tell.</summary>
    private const int MostFiles = 16;

    private const int Beginning = 64 << 10;

    /// <summary>Whether it is one: it has no METS and is no bag, and one of its first XML files describes a dossier or a document.</summary>
    public static async Task<bool> IsAsync(IPackageSource source, CancellationToken stop)
    {
        foreach (var path in source.Paths.Where(IsXml).OrderBy(path => path.Count(letter => letter == '/')).Take(MostFiles))
        {
            if (await DescribesAsync(source, path, stop))
                return true;
        }

        return false;
    }

    /// <summary>Whether an XML file describes something, as its beginning shows.</summary>
    public static async Task<bool> DescribesAsync(IPackageSource source, string path, CancellationToken stop)
    {
        var head = new byte[Beginning];
        try
        {
            await using var stream = await source.OpenAsync(path, stop);
            return Describes(head[..await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop)]);
        }
        catch (PackageBrokenException)
        {
            // What is damaged describes nothing; whoever reads the package, or the archive file it is then, tells.
            return false;
        }
    }

    public static bool IsXml(string path) => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads as far as the bytes go; a DTD is passed over here, and refused where the file is read whole.</summary>
    private static bool Describes(byte[] head)
    {
        var within = new Stack<HashSet<string>>();
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(head, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName == DescriptiveFile.Root)
                return false;
            do
            {
                if (reader.NodeType == XmlNodeType.EndElement && LegacyReading.KindOf(within.Pop()) is not null)
                    return true;
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (within.TryPeek(out var names))
                    names.Add(reader.LocalName);
                if (!reader.IsEmptyElement)
                    within.Push(new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            }
            while (within.Count <= XmlDepth.Deepest && reader.Read());
        }
        catch (XmlException)
        {
            // Cut off, or broken: what was seen until there counts.
        }

        return within.Any(names => LegacyReading.KindOf(names) is not null);
    }
}
