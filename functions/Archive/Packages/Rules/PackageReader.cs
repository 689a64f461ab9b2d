using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Archive.Records;

namespace Archive.Packages.Rules;

/// <summary>
/// Reads a package once: measures every file, validates and reads every XML file. What leads out of the package is not opened, XML larger than its
/// kind may be is measured and not read, and nothing XML asks for is fetched.
/// </summary>
internal sealed class PackageReader(IPackageSource source)
{
    private const long Small = 1 << 20;
    private const int MostProblems = 200;
    private const int LongestHole = 4096;

    private readonly SortedDictionary<string, FileFacts> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> holes = new(StringComparer.Ordinal);
    private readonly List<MetsFacts> mets = [];
    private readonly List<PremisFacts> premis = [];
    private readonly List<DescriptionFacts> descriptions = [];
    private readonly List<XmlProblem> invalid = [];
    private readonly HashSet<(string Path, string Type)> said = [];

    /// <summary>METS files are read first: they say of which types the digests of the others are to be made, in the one pass over their bytes.</summary>
    public async Task<PackageFacts> ReadAsync(CancellationToken stop)
    {
        var paths = PackagePaths.Of(source.Paths);
        foreach (var (stored, path) in paths.Inside.OrderBy(one => PackagePaths.KindOf(one.Path) == XmlKind.Mets ? one.Path.Length : int.MaxValue))
            await ReadFile(stored, path, stop);
        return new PackageFacts(paths.Roots, files, [.. mets.OrderByDescending(one => one.IsPackage)], premis, descriptions, invalid)
        {
            Folder = paths.Folder,
            Unopened = paths.Unopened,
            Holes = holes,
        };
    }

    /// <summary>Small files are read from memory, so that ten thousand descriptions are ten thousand round trips and not twice that.</summary>
    private async Task ReadFile(string stored, string path, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var (kind, hole) = (PackagePaths.KindOf(path), PackagePaths.IsHole(path));
        var others = OtherDigest.All.Where(digest => said.Contains((path, digest.Type))).ToArray();
        await using (var stream = await source.OpenAsync(stored, stop))
            files[path] = await Measure(path, stream, kind is null && !hole ? null : kept, others, stop);
        if (hole)
            holes[path] = Encoding.UTF8.GetString(kept.GetBuffer().AsSpan(0, (int)Math.Min(kept.Length, LongestHole)));
        if (kind is null)
            return;

        var (size, largest) = (files[path].Size, PackagePaths.LargestOf(kind.Value));
        if (size > largest)
            invalid.Add(new XmlProblem(kind.Value, true, new Breach(path, "file", $"{size} bytes", $"{largest} bytes")));
        else if (await WithXml(stored, size, kept, XmlDepth.IsTooDeep, stop))
            invalid.Add(new XmlProblem(kind.Value, true, new Breach(path, "file", "deeper", $"{XmlDepth.Deepest} levels")));
        else
            await WithXml(stored, size, kept, (stream, reading) => ReadXml(kind.Value, path, stream, reading), stop);
    }

    private async Task<bool> WithXml(string stored, long size, MemoryStream kept, Func<Stream, CancellationToken, Task<bool>> read, CancellationToken stop)
    {
        if (size <= Small)
        {
            kept.Position = 0;
            return await read(kept, stop);
        }

        await using var again = await source.OpenAsync(stored, stop);
        return await read(again, stop);
    }

    private static async Task<FileFacts> Measure(string path, Stream stream, MemoryStream? kept, IReadOnlyList<OtherDigest> others, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var also = others.Select(other => (other.Type, Hash: IncrementalHash.CreateHash(other.Hash))).ToArray();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(1 << 17);
        long size = 0;
        for (int read; (read = await stream.ReadAsync(buffer, stop)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            foreach (var other in also)
                other.Hash.AppendData(buffer, 0, read);
            size += read;
            if (size <= Small)
                kept?.Write(buffer, 0, read);
        }

        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return new FileFacts(path, size, Sha256Digest.Of(hash.GetHashAndReset()))
        {
            Others = also.ToDictionary(other => other.Type, other => Ended(other.Hash)),
        };

        static string Ended(IncrementalHash hash)
        {
            using (hash)
                return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    private async Task<bool> ReadXml(XmlKind kind, string path, Stream stream, CancellationToken stop)
    {
        var found = 0;
        var settings = PackageSchemas.Reading(problem =>
        {
            if (found++ < MostProblems)
                invalid.Add(new XmlProblem(kind, false, new Breach(path, $"line {problem.LineNumber}", problem.Message, "valid by its schema")));
        });
        settings.Async = true;
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            await reader.MoveToContentAsync();
            if (!Expected(kind).Contains((reader.LocalName, reader.NamespaceURI)))
            {
                var expected = string.Join(", ", Expected(kind).Select(root => $"{{{root.Ns}}}{root.Name}"));
                invalid.Add(new XmlProblem(kind, kind == XmlKind.Mets, new Breach(path, "line 1", $"{{{reader.NamespaceURI}}}{reader.LocalName}", expected)));
            }

            if (kind == XmlKind.Mets)
            {
                mets.Add(MetsFacts.Of(path, (await XDocument.LoadAsync(reader, LoadOptions.None, stop)).Root!));
                said.UnionWith(Digests(mets[^1]));
            }
            else if (kind == XmlKind.Premis)
                premis.Add(await ReadPremis(path, reader, stop));
            else
                descriptions.Add(DescriptionReading.Read(path, (await XDocument.LoadAsync(reader, LoadOptions.None, stop)).Root!));
        }
        catch (XmlException broken)
        {
            invalid.Add(new XmlProblem(kind, true, new Breach(path, $"line {broken.LineNumber}", broken.Message, "well-formed XML without a DTD")));
            return false;
        }

        return true;
    }

    private static async Task<PremisFacts> ReadPremis(string path, XmlReader reader, CancellationToken stop)
    {
        var facts = new PremisFacts(path);
        await reader.ReadAsync();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element)
                facts.Add((XElement)await XNode.ReadFromAsync(reader, stop));
            else
                await reader.ReadAsync();
        }

        return facts;
    }

    private static IEnumerable<(string Path, string Type)> Digests(MetsFacts mets) =>
        from link in mets.References.Concat(mets.Locations)
        let target = mets.Target(link)
        let type = (string?)(link.Name.LocalName == "FLocat" ? link.Parent! : link).Attribute("CHECKSUMTYPE")
        where target is not null && type is not null
        select (target, type);

    private static (string Name, string Ns)[] Expected(XmlKind kind) => kind switch
    {
        XmlKind.Mets => [("mets", MetsVocabulary.Mets)],
        XmlKind.Premis => [("premis", MetsVocabulary.Premis)],
        _ => [.. DescriptiveFile.Namespaces.Select(ns => (DescriptiveFile.Root, ns))],
    };
}
