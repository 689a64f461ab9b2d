using System.Globalization;
using Archive.Catalogue;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Transfer.Receipts;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>An agency's right to destroy its own copy of a transferred record, as its officers and the archive's staff see it.</summary>
internal sealed record PermitBody(
    string State, string Consignment, string Receipt, string Sha256, DateTimeOffset VerifiedAt, DateTimeOffset GrantedAt, DateTimeOffset? UsedAt, string? UsedBy, DateTimeOffset? LapsedAt, FindingBody? Reason)
{
    public static PermitBody? Of(ArchiveRecord record, CultureInfo language) => record.Permit is { } permit
        ? new PermitBody(
            permit.State switch { PermitState.Used => "used", PermitState.Lapsed => "lapsed", _ => "granted" },
            permit.Consignment,
            $"/api/agencies/{record.Agency}/receipts/{ReceiptBook.SequenceOf(permit.Receipt)}",
            permit.Sha256,
            VietnamTime.At(permit.VerifiedAt),
            VietnamTime.At(permit.GrantedAt),
            permit.Used is { } used ? VietnamTime.At(used.At) : null,
            permit.Used?.By,
            permit.Lapsed is { } lapsed ? VietnamTime.At(lapsed.At) : null,
            permit.Lapsed is { } reason ? FindingBody.Of(reason.Finding, language) : null)
        : null;
}
