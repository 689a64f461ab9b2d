using Archive.Records;
using ArchiveFunctions.Transfer.Consignments;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Records;

/// <summary>Where a record's content is read: from the archive that has custody of it.</summary>
public sealed class Contents(Vault vault, PreservedPackages preserved)
{
    /// <summary>The blob that holds it.</summary>
    public BlobClient Of(ArchiveRecord record) => (record.Custody, record.Preserved) switch
    {
        (Custody.Agency, _) => vault.Content(record),
        (Custody.Historical, { } path) => preserved.File(path),
        _ => throw new InvalidDataException($"Record {record.Id} is in the historical archive's custody, but nothing says where."),
    };
}
