using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using EmbeddedHost.Samples;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A sample package (<c>tests/samples/packages</c>) a story sends, changed as it wants.</summary>
internal sealed class Parcel
{
    public const string Mets = "METS.xml";
    public const string Representation = "representations/rep1/METS.xml";

    private static readonly XNamespace M = "http://www.loc.gov/METS/";
    private static readonly XName Href = XName.Get("href", "http://www.w3.org/1999/xlink");

    private readonly string folder;

    private Parcel(string folder, SortedDictionary<string, byte[]> files) => (this.folder, Files) = (folder, files);

    /// <summary>By their paths below the package's folder.</summary>
    public SortedDictionary<string, byte[]> Files { get; }

    /// <summary>The documents' bytes, in the order of their names.</summary>
    public IEnumerable<byte[]> Documents => Files.Where(file => file.Key.Contains("/data/", StringComparison.Ordinal)).Select(file => file.Value);

    public static Parcel Of(string sample)
    {
        var home = Path.Combine(SampleLoad.DefaultFolder!, "..", "packages", "eark", "base", sample);
        var folder = Directory.GetDirectories(home).Single();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        return new Parcel(Path.GetFileName(folder), new(files, StringComparer.Ordinal));
    }

    /// <summary>A bag of these files, as a ZIP.</summary>
    public static byte[] Bag(params (string Path, byte[] Bytes)[] payload)
    {
        var manifest = string.Concat(payload.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}  {file.Path}\n"));
        (string Path, byte[] Bytes)[] tags = [("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"u8.ToArray()), ("manifest-sha256.txt", Encoding.UTF8.GetBytes(manifest))];
        return new Parcel("tui", new(tags.Concat(payload).ToDictionary(file => file.Path, file => file.Bytes), StringComparer.Ordinal)).Zip();
    }

    /// <summary>Changes an XML file.</summary>
    public Parcel Edit(string path, Action<XElement> change)
    {
        var document = XDocument.Load(new MemoryStream(Files[path]), LoadOptions.PreserveWhitespace);
        change(document.Root!);
        Files[path] = Encoding.UTF8.GetBytes(document.Declaration + document.ToString(SaveOptions.DisableFormatting));
        return this;
    }

    /// <summary>The same documents in another dossier: its code stands in names and in XML.</summary>
    public Parcel Refiled(string code, string other)
    {
        var files = Files.ToDictionary(
            file => file.Key.Replace(code, other, StringComparison.Ordinal),
            file => file.Key.EndsWith(".xml", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Value).Replace(code, other, StringComparison.Ordinal)) : file.Value,
            StringComparer.Ordinal);
        return new Parcel(folder, new(files, StringComparer.Ordinal)).Measured();
    }

    /// <summary>Puts something else into a document's place.</summary>
    public Parcel Replace(string path, byte[] bytes)
    {
        Files[path] = bytes;
        return this;
    }

    /// <summary>Writes the sizes and digests of what was changed into METS.</summary>
    public Parcel Measured()
    {
        foreach (var mets in new[] { Representation, Mets })
            Edit(mets, root => Measure(mets, root));
        return this;
    }

    public byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in Files)
            {
                using var entry = zip.CreateEntry($"{folder}/{path}").Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private void Measure(string mets, XElement root)
    {
        foreach (var link in root.Descendants().Where(element => element.Attribute(Href) is not null && element.Name != M + "mptr"))
        {
            var path = new Uri(new Uri($"http://package/{mets}"), link.Attribute(Href)!.Value).AbsolutePath[1..];
            if (!Files.TryGetValue(Uri.UnescapeDataString(path), out var content))
                continue;
            var said = link.Name == M + "FLocat" ? link.Parent! : link;
            said.SetAttributeValue("SIZE", content.Length);
            said.SetAttributeValue("CHECKSUM", Convert.ToHexString(SHA256.HashData(content)));
        }
    }
}
