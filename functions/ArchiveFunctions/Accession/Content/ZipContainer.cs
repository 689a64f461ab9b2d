using System.IO.Compression;
using System.Text;
using Archive.Description;
using Archive.Description.Formats;
using Archive.Records;

namespace ArchiveFunctions.Accession.Content;

/// <summary>A ZIP container that has been opened: what it is, and what may lie in one of its kind.</summary>
internal sealed class ZipContainer
{
    private const int DeclarationBytes = 1 << 20;

    private readonly HashSet<string> names;
    private readonly string? contentTypes;
    private readonly string? relations;
    private readonly string? manifest;

    private ZipContainer(HashSet<string> names, FormatIdentity format, string? contentTypes, string? relations, string? manifest) =>
        (this.names, Format, this.contentTypes, this.relations, this.manifest) = (names, format, contentTypes, relations, manifest);

    /// <summary>By what lies in it.</summary>
    public FormatIdentity Format { get; }

    /// <summary>Reads the declarations of a container.</summary>
    public static async Task<ZipContainer> ReadAsync(ZipArchive zip, CancellationToken stop)
    {
        var ordered = zip.Entries.Select(entry => entry.FullName).ToList();
        var contentTypes = await TextAsync(zip.GetEntry("[Content_Types].xml"), stop);
        var format = FormatIdentification.IdentifyContainer(ordered, await TextAsync(zip.GetEntry("mimetype"), stop), contentTypes);
        var relations = await TextAsync(zip.GetEntry("_rels/.rels"), stop);
        var manifest = await TextAsync(zip.GetEntry("META-INF/manifest.xml"), stop);
        return new(ordered.ToHashSet(StringComparer.OrdinalIgnoreCase), format, contentTypes, relations, manifest);
    }

    /// <summary>How much of an entry is looked at: all of a small embedded object, the beginning of anything else.</summary>
    public static int Kept(ZipArchiveEntry entry) => entry.FullName.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? 8 << 20 : 16 << 10;

    /// <summary>What is wrong with the container as one of its kind.</summary>
    public IEnumerable<Finding> Judge(string fileName)
    {
        if (Format.Family == FormatFamily.Package)
            return [];

        return Format.MediaType.Contains("opendocument", StringComparison.Ordinal)
            ? OpenDocumentRules.Judge(names, manifest, Format, fileName)
            : OpenXmlRules.Judge(names, contentTypes ?? "", relations, Format, fileName);
    }

    /// <summary>What is wrong with one entry.</summary>
    public IEnumerable<Finding> JudgeEntry(ReadOnlySpan<byte> head, string name, string place)
    {
        var found = new List<Finding>();
        if (TestVirus.IsIn(head))
            found.Add(Finding.Of(FindingCodes.Malware, place));
        if (FormatIdentification.Identify(head, default, name) is { Family: FormatFamily.Executable } program)
            found.Add(Program(place, program));
        else if (OleInspection.Is(head) && PackagedPrograms.Find(head) is { } packaged)
            found.Add(Finding.Of(FindingCodes.ActiveContent, place, packaged));
        return found;
    }

    /// <summary>A program in a document is active content; in a package it is just a program.</summary>
    public Finding Program(string place, FormatIdentity program) =>
        Finding.Of(Format.Family == FormatFamily.Package ? FindingCodes.Executable : FindingCodes.ActiveContent, place, program.Name);

    private static async Task<string?> TextAsync(ZipArchiveEntry? entry, CancellationToken stop)
    {
        if (entry is null || entry.IsEncrypted)
            return null;

        await using var content = await entry.OpenAsync(stop);
        var bytes = new byte[Math.Min(Math.Max(0, entry.Length), DeclarationBytes)];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        using var reader = new StreamReader(new MemoryStream(bytes, 0, read), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(stop);
    }
}
