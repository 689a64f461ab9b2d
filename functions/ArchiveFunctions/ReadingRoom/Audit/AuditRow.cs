using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.Records;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>An entry as the table holds it.</summary>
internal static class AuditRow
{
    public static TableEntity Of(AuditKey key, AuditEntry entry)
    {
        var row = new TableEntity(key.Partition, key.Row);
        RowText.Write(row, new Body(entry.At, entry.Subject, entry.Name, entry.Roles, entry.Agency, entry.About, entry.Detail));
        return row;
    }

    public static AuditEntry Read(TableEntity row)
    {
        var body = RowText.Read<Body>(row);
        var act = AuditActs.Find(row.PartitionKey[(row.PartitionKey.IndexOf('|', StringComparison.Ordinal) + 1)..]) ?? throw new InvalidDataException($"'{row.PartitionKey}' is no act of a day.");
        return new AuditEntry(body.At, act, body.Subject, body.Name, body.Roles, body.Agency, body.About, body.Detail);
    }

    private sealed record Body(DateTimeOffset At, string Subject, string Name, IReadOnlyList<Role> Roles, AgencyCode? Agency, string About, string Detail);
}
