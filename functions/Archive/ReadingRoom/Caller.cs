using System.Collections.Frozen;
using Archive.Records;

namespace Archive.ReadingRoom;

/// <summary>What a caller is to the archive.</summary>
public enum Role
{
    /// <summary>Searches, reads, asks for copies.</summary>
    Reader,

    /// <summary>Works for an agency: deposits, and follows what became of the deposits.</summary>
    Officer,

    /// <summary>Works for the city archive: accepts, keeps, describes.</summary>
    Archivist,

    /// <summary>Follows the plan's targets.</summary>
    Manager,

    /// <summary>Deploys and runs the archive.</summary>
    Administrator,
}

/// <summary>Who asks, as established from a checked token; never from anything else the caller says.</summary>
/// <param name="Subject">The token's subject; empty for a caller without a token.</param>
/// <param name="Name">The name to show, if the token has one.</param>
/// <param name="Roles">The roles granted.</param>
/// <param name="Agency">The agency the caller works for; without it an officer may see no more than a reader.</param>
public sealed record Caller(string Subject, string? Name, IReadOnlySet<Role> Roles, AgencyCode? Agency)
{
    /// <summary>A caller without a token.</summary>
    public static readonly Caller Anonymous = new("", null, FrozenSet<Role>.Empty, null);

    /// <summary>Whether nobody is signed in.</summary>
    public bool IsAnonymous => Subject.Length == 0;

    /// <summary>Whether the caller holds a role.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether the caller is an officer of an agency. An agency's officers are strangers to every other agency.</summary>
    public bool IsOfficerOf(AgencyCode agency) => Is(Role.Officer) && Agency == agency;
}
