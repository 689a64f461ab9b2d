namespace Archive.Transfer;

/// <summary>A file of a consignment's package, as it was read back before custody moved.</summary>
/// <param name="Path">Below the package's root.</param>
/// <param name="Sha256">Its digest, lower-case hexadecimal.</param>
/// <param name="Size">In bytes.</param>
/// <param name="RecordId">The record it is of; null for the package's own: METS, PREMIS, EAD, schemas.</param>
/// <param name="IsContent">Whether it is the record's content, and not something said of it.</param>
public sealed record PackedFile(string Path, string Sha256, long Size, string? RecordId, bool IsContent);

/// <summary>The files of one record.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Files">In the package's order.</param>
public sealed record PackedFiles(string RecordId, IReadOnlyList<PackedFile> Files);

/// <summary>What one message has read of a package.</summary>
/// <param name="Own">The package's own files: with the first portion only.</param>
/// <param name="Records">Records, each with all its files.</param>
/// <param name="Next">The place of the next portion's first record; null behind the last.</param>
public sealed record PackagePortion(IReadOnlyList<PackedFile> Own, IReadOnlyList<PackedFiles> Records, int? Next)
{
    /// <summary>The most files of one message, the package's own apart.</summary>
    public const int MostFiles = 500;

    /// <summary>
    /// The most bytes of one message: read at 20 MB a second they take seven minutes, well within the half hour a run may take. A record larger than
    /// this is a portion of its own.
    /// </summary>
    public const long MostBytes = 8L << 30;

    /// <summary>The portion from a record's place on; a record's files are never parted.</summary>
    public static PackagePortion Of(IReadOnlyList<PackedFile> files, int from)
    {
        var records = files.Where(file => file.RecordId is not null).GroupBy(file => file.RecordId!).Select(of => new PackedFiles(of.Key, [.. of])).ToList();
        var taken = new List<PackedFiles>();
        var (count, bytes) = (0, 0L);
        foreach (var record in records.Skip(from))
        {
            count += record.Files.Count;
            bytes += record.Files.Sum(file => file.Size);
            if (taken.Count > 0 && (count > MostFiles || bytes > MostBytes))
                break;
            taken.Add(record);
        }

        var next = from + taken.Count;
        return new PackagePortion(from == 0 ? [.. files.Where(file => file.RecordId is null)] : [], taken, next < records.Count ? next : null);
    }
}
