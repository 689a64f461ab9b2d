using System.IO.Compression;
using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>A ZIP whose directory has been judged. It reads one entry at a time.</summary>
internal sealed class OpenedZip : OpenedPackage
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> contents = new(StringComparer.Ordinal);

    private OpenedZip(PackageEntries entries, ZipArchive zip, IReadOnlyList<ZipMember> members)
        : base(entries)
    {
        this.zip = zip;
        foreach (var member in members.Where(member => !member.IsFolder))
            contents.Add(member.Path, zip.Entries[member.Index]);
        Bytes = members.Sum(member => member.Size);
    }

    public override long Bytes { get; }

    /// <summary>Two readings of one directory, this archive's and the runtime's, have to agree.</summary>
    public static async Task<OpenedZip> OpenAsync(Stream stream, PackageLimits limits, CancellationToken stop)
    {
        var members = await ZipDirectory.ReadAsync(stream, limits, stop);
        var entries = PackageEntries.Of(members.Select(member => (member.Path, member.IsFolder)));
        var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop);
        if (zip.Entries.Count == members.Count && members.All(member => Agree(member, zip.Entries[member.Index])))
            return new OpenedZip(entries, zip, members);

        await zip.DisposeAsync();
        throw new PackageBrokenException(FindingCodes.PackageContradictory, "", "its directory can be read in two ways");
    }

    public override async Task<Stream> OpenAsync(string path, CancellationToken stop)
    {
        var entry = contents[path];
        try
        {
            return new HeldStream(await entry.OpenAsync(stop), path, entry.Length, entry.Crc32);
        }
        catch (InvalidDataException)
        {
            throw new PackageBrokenException(FindingCodes.Damaged, path, "cannot be unpacked");
        }
    }

    public override ValueTask DisposeAsync() => zip.DisposeAsync();

    private static bool Agree(ZipMember member, ZipArchiveEntry entry) =>
        (member.Size, member.Packed, member.Checksum) == (entry.Length, entry.CompressedLength, entry.Crc32);
}
