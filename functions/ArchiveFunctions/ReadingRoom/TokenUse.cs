using Microsoft.IdentityModel.JsonWebTokens;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// Whether a token that was validated is one to call the archive with. The same issuer signs ID tokens with the same keys, and where the archive is
/// registered as one application they name the same audience: they say who signed in to a program, and give no right to anything (OWASP ASVS 9.2.2).
/// </summary>
internal static class TokenUse
{
    /// <summary>The type of an access token by RFC 9068, with and without its prefix.</summary>
    private static readonly string[] Typed = ["at+jwt", "application/at+jwt"];

    /// <summary>What only ID tokens carry (OpenID Connect Core, 2 and 3.3.2.11).</summary>
    private static readonly string[] OfIdTokens = ["nonce", "at_hash", "c_hash"];

    /// <summary>The claims by which issuers that type all tokens <c>JWT</c> say for which program an access token is.</summary>
    private static readonly string[] Holders = ["azp", "appid", "client_id", "cid"];

    /// <summary>Whether it is an access token: by its type or, where the issuer gives none, by what it carries.</summary>
    public static bool IsAccess(JsonWebToken token) =>
        !OfIdTokens.Any(name => Has(token, name))
        && (Said(token, "token_use") ?? "access") == "access"
        && (Said(token, "typ") is null or "Bearer" or "at+jwt")
        && (Typed.Contains(token.Typ, StringComparer.OrdinalIgnoreCase) || Holders.Any(name => Has(token, name)));

    private static bool Has(JsonWebToken token, string name) => token.TryGetPayloadValue<object>(name, out _);

    private static string? Said(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
