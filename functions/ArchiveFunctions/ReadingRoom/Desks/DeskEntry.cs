using Archive.ReadingRoom;

namespace ArchiveFunctions.ReadingRoom.Desks;

/// <summary>A way on from the desk. Its words stand under <c>desk.to.{Act}</c> and, in a sentence, under <c>desk.about.{Act}</c>.</summary>
/// <param name="Act">The function it leads to, which <see cref="Permissions"/> knows.</param>
/// <param name="Address">Where that is; <c>{agency}</c> is the caller's own.</param>
public sealed record DeskEntry(string Act, string Address)
{
    /// <summary>Every way, in the order shown.</summary>
    public static IReadOnlyList<DeskEntry> All { get; } =
    [
        new("ShowAudit", "/desk/audit"),
    ];

    /// <summary>Those open to a caller, with their addresses filled in. What is an agency's is open to officers who have one.</summary>
    public static IReadOnlyList<DeskEntry> For(Caller caller) =>
    [
        .. from entry in All
           let own = entry.Address.Contains("{agency}", StringComparison.Ordinal)
           where Permissions.May(entry.Act, caller, caller.Agency) && (!own || caller.Agency is not null)
           select entry with { Address = entry.Address.Replace("{agency}", caller.Agency?.Value, StringComparison.Ordinal) },
    ];
}
