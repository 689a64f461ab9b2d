using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Archive.Description;
using Archive.Records;

namespace Archive.Packages.Rules;

/// <summary>Reads a package once: measures every file, validates and reads every XML file.</summary>
internal sealed class PackageReader(IPackageSource source)
{
    private const long Small = 1 << 20;

    private static readonly string[] Asked = ["arcFileCode", "totalDoc", "paperFileCode", Field.ConfidenceLevel, Field.Process, Field.RiskRecovery, Field.RiskRecoveryStatus];

    private readonly SortedDictionary<string, FileFacts> files = new(StringComparer.Ordinal);
    private readonly List<MetsFacts> mets = [];
    private readonly List<PremisFacts> premis = [];
    private readonly List<DescriptionFacts> descriptions = [];
    private readonly List<(XmlKind Kind, Breach Breach)> invalid = [];

    public async Task<PackageFacts> ReadAsync(CancellationToken stop)
    {
        var roots = source.Paths.Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var stored in source.Paths)
        {
            var path = roots.Length == 1 && stored.Contains('/', StringComparison.Ordinal) ? stored[(roots[0].Length + 1)..] : stored;
            await ReadFile(stored, path, stop);
        }

        return new PackageFacts(roots, files, [.. mets.OrderByDescending(one => one.IsPackage)], premis, descriptions, invalid);
    }

    /// <summary>Small XML is read from memory, so that ten thousand descriptions are ten thousand round trips and not twice that.</summary>
    private async Task ReadFile(string stored, string path, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var kind = KindOf(path);
        await using (var stream = await source.OpenAsync(stored, stop))
            files[path] = await Measure(path, stream, kind is null ? null : kept, stop);
        if (kind is null)
            return;

        if (files[path].Size <= Small)
        {
            kept.Position = 0;
            await ReadXml(kind.Value, path, kept, stop);
            return;
        }

        await using var again = await source.OpenAsync(stored, stop);
        await ReadXml(kind.Value, path, again, stop);
    }

    private static XmlKind? KindOf(string path) => path.Split('/') switch
    {
        [.., PackageNames.Mets] => XmlKind.Mets,
        [.., "metadata", "preservation", var name] when name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) => XmlKind.Premis,
        [.., "metadata", "descriptive", var name] when name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) => XmlKind.Description,
        _ => null,
    };

    private static async Task<FileFacts> Measure(string path, Stream stream, MemoryStream? kept, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(1 << 17);
        long size = 0;
        for (int read; (read = await stream.ReadAsync(buffer, stop)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            size += read;
            if (size <= Small)
                kept?.Write(buffer, 0, read);
        }

        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return new FileFacts(path, size, Sha256Digest.Of(hash.GetHashAndReset()));
    }

    private async Task ReadXml(XmlKind kind, string path, Stream stream, CancellationToken stop)
    {
        var settings = PackageSchemas.Reading(problem => invalid.Add((kind, new Breach(path, $"line {problem.LineNumber}", problem.Message, "valid by its schema"))));
        settings.Async = true;
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            await reader.MoveToContentAsync();
            if (!Expected(kind).Contains((reader.LocalName, reader.NamespaceURI)))
                invalid.Add((kind, new Breach(path, "line 1", $"{{{reader.NamespaceURI}}}{reader.LocalName}", string.Join(", ", Expected(kind).Select(root => $"{{{root.Ns}}}{root.Name}")))));

            if (kind == XmlKind.Mets)
                mets.Add(new MetsFacts(path, (await XDocument.LoadAsync(reader, LoadOptions.None, stop)).Root!));
            else if (kind == XmlKind.Premis)
                premis.Add(await ReadPremis(path, reader, stop));
            else
                descriptions.Add(Described(path, (await XDocument.LoadAsync(reader, LoadOptions.None, stop)).Root!));
        }
        catch (XmlException broken)
        {
            invalid.Add((kind, new Breach(path, $"line {broken.LineNumber}", broken.Message, "well-formed XML without a DTD")));
        }
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

    private static DescriptionFacts Described(string path, XElement root) => new(
        path,
        root.Name.NamespaceName,
        root.Elements().Where(field => Asked.Contains(field.Name.LocalName)).DistinctBy(field => field.Name.LocalName).ToDictionary(field => field.Name.LocalName, field => field.Value));

    private static (string Name, string Ns)[] Expected(XmlKind kind) => kind switch
    {
        XmlKind.Mets => [("mets", MetsVocabulary.Mets)],
        XmlKind.Premis => [("premis", MetsVocabulary.Premis)],
        _ => [.. new[] { DescriptiveFile.Dossier, DescriptiveFile.Batch, DescriptiveFile.Request, DescriptiveFile.Document }.Select(ns => (DescriptiveFile.Root, ns))],
    };
}
