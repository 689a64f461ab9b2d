using System.Text.Json;
using Archive.Records;

namespace EmbeddedHost.Identity;

/// <summary>What a developer asks a token for, checked.</summary>
internal abstract record TokenRequest
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The roles the archive knows.</summary>
    public static readonly string[] KnownRoles = ["reader", "officer", "archivist", "manager", "administrator"];

    private const string Nobody = "developer";

    private TokenRequest()
    {
    }

    /// <summary>Reads <c>{"roles":[…],"agency":"…","name":"…"}</c>; agency and name may be left out.</summary>
    public static TokenRequest Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return new Refused("token-request-malformed", "The body must be a JSON object.");

        if (Unknown(body) is { } unknown)
            return new Refused("token-request-malformed", $"'{unknown}' is not known; roles, agency and name are.");

        if (ReadRoles(body) is not { Length: > 0 } roles)
            return new Refused("roles-missing", "'roles' must be a list of at least one role.");

        if (roles.FirstOrDefault(role => !KnownRoles.Contains(role)) is { } strange)
            return new Refused("role-unknown", $"'{strange}' is no role; these are: {string.Join(", ", KnownRoles)}.");

        if (!TryReadAgency(body, out var agency))
            return new Refused("agency-invalid", "'agency' must be an agency code such as H26.05.");

        return ReadName(body) is { } name
            ? new Accepted([.. roles.Distinct()], agency, name)
            : new Refused("name-invalid", $"'name' must be a text of 1 to {LongestName} characters.");
    }

    private static string? Unknown(JsonElement body) =>
        body.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => name is not ("roles" or "agency" or "name"));

    private static string[]? ReadRoles(JsonElement body) =>
        body.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
            ? [.. roles.EnumerateArray().Select(role => role.ValueKind == JsonValueKind.String ? role.GetString()! : role.GetRawText())]
            : null;

    private static bool TryReadAgency(JsonElement body, out AgencyCode? agency)
    {
        agency = null;
        if (!body.TryGetProperty("agency", out var given) || given.ValueKind == JsonValueKind.Null)
            return true;

        if (given.ValueKind != JsonValueKind.String || !AgencyCode.TryParse(given.GetString(), out var code))
            return false;

        agency = code;
        return true;
    }

    private static string? ReadName(JsonElement body)
    {
        if (!body.TryGetProperty("name", out var given) || given.ValueKind == JsonValueKind.Null)
            return Nobody;

        var name = given.ValueKind == JsonValueKind.String ? Vietnamese.Compose(given.GetString()!.Trim()) : "";
        return name.Length is > 0 and <= LongestName ? name : null;
    }

    /// <summary>A token is issued for this.</summary>
    public sealed record Accepted(string[] Roles, AgencyCode? Agency, string Name) : TokenRequest;

    /// <summary>None is, and this is why.</summary>
    public sealed record Refused(string Code, string Detail) : TokenRequest;
}
