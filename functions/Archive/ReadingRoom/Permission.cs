using Archive.Records;

namespace Archive.ReadingRoom;

/// <summary>What an act over HTTP is about.</summary>
public enum Scope
{
    /// <summary>No agency in particular.</summary>
    City,

    /// <summary>The agency its route names. Whoever may not is refused before anybody looks whether that agency is registered.</summary>
    Agency,

    /// <summary>The record its route names. To whoever may not see it, it is a record that does not exist (<see cref="Visibility"/>), whatever the act.</summary>
    Record,
}

/// <summary>One row of <see cref="Permissions"/>: an act and who may do it.</summary>
/// <param name="Act">The name of the function.</param>
/// <param name="Scope">What it is about. Of what is an agency's, officers are those of that agency alone.</param>
/// <param name="Anyone">Whether anyone may, signed in or not; there are no roles then.</param>
/// <param name="Roles">The roles that may.</param>
public sealed record Permission(string Act, Scope Scope, bool Anyone, IReadOnlyList<Role> Roles)
{
    /// <summary>Whether a caller may do it.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">The agency it is about, or that of the record it is about; null where it is about none, and no officer may then do what is an agency's.</param>
    public bool May(Caller caller, AgencyCode? agency) => Anyone || Roles.Any(role =>
        role == Role.Officer && Scope != Scope.City ? agency is { } own && caller.IsOfficerOf(own) : caller.Is(role));
}
