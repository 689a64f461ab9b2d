using Archive.ReadingRoom;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom.Desks;

/// <summary>A way on from the desk. Its words stand under <c>desk.to.{Act}</c> and, in a sentence, under <c>desk.about.{Act}</c>.</summary>
/// <param name="Act">The function it leads to, which <see cref="Permissions"/> knows.</param>
/// <param name="Address">Where that is; <c>{agency}</c> is the caller's own.</param>
public sealed record DeskEntry(string Act, string Address)
{
    /// <summary>The ways between the pages of an agency.</summary>
    public static IReadOnlyList<DeskEntry> Officers { get; } =
    [
        new("ShowAgencyDesk", "/desk/agencies/{agency}"),
        new("ShowUploading", "/desk/agencies/{agency}/upload"),
        new("ShowUploads", "/desk/agencies/{agency}/uploads"),
        new("ShowSchedule", "/desk/agencies/{agency}/schedule"),
        new("ShowReceipts", "/desk/agencies/{agency}/receipts"),
    ];

    /// <summary>Every way, in the order shown: a new desk adds its own.</summary>
    public static IReadOnlyList<DeskEntry> All { get; } =
    [
        .. Officers,
        new("ShowRequestQueue", "/desk/requests"),
        new("ShowIssuedCopies", "/desk/deliveries"),
        new("ShowAcceptances", "/desk/acceptances"),
        new("ShowReviewQueue", "/desk/review"),
        new("ShowBoard", "/desk/board"),
        new("ShowAudit", "/desk/audit"),
    ];

    /// <summary>Those open to a caller, with their addresses filled in. What is an agency's is open to officers who have one.</summary>
    public static IReadOnlyList<DeskEntry> For(Caller caller) =>
    [
        .. from entry in All
           let own = entry.Address.Contains("{agency}", StringComparison.Ordinal)
           where Permissions.May(entry.Act, caller, caller.Agency) && (!own || caller.Agency is not null)
           select own ? entry with { Address = entry.At(caller.Agency!.Value) } : entry,
    ];

    /// <summary>The address for an agency.</summary>
    public string At(AgencyCode agency) => Address.Replace("{agency}", agency.Value, StringComparison.Ordinal);
}
