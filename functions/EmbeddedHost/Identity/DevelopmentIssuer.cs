using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmbeddedHost.Identity;

/// <summary>
/// Issues access tokens to whoever asks, with whatever role they ask for. It exists in the embedded host only, which listens on loopback
/// only; the function app that is deployed does not contain it.
/// </summary>
internal sealed class DevelopmentIssuer(SigningKey key, TimeProvider clock)
{
    /// <summary>The audience of its tokens.</summary>
    public const string Audience = "archive";

    /// <summary>How long a token is good for: a working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly JsonWebTokenHandler tokens = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>The issuer's name when the archive answers at this address.</summary>
    public static string IssuerAt(Uri address) => $"{address.GetLeftPart(UriPartial.Authority)}/dev";

    /// <summary>A signed access token (ES256, RFC 9068) that begins now and lasts <see cref="Lifetime"/>.</summary>
    public string Issue(TokenRequest.Accepted request, string issuer)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = Subject(request.Name), ["name"] = request.Name, ["roles"] = request.Roles };
        if (request.Agency is { } agency)
            claims["agency"] = agency.Value;

        return tokens.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = key.Credentials,
        });
    }

    /// <summary>The same name is the same person, whatever roles it comes with.</summary>
    private static string Subject(string name) =>
        $"dev-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Normalize(NormalizationForm.FormC))).AsSpan(0, 16))}";
}
