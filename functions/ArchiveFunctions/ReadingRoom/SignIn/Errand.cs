using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.SignIn;

/// <summary>
/// Somebody on the way to the issuer and back (authorization code flow with PKCE, RFC 7636): what ties the answer to the browser that asked.
/// Kept in a cookie of ten minutes, so that any instance can receive the answer.
/// </summary>
/// <param name="State">Comes back with the answer; letters nobody else can know.</param>
/// <param name="Verifier">Proves to the issuer that who redeems the code is who asked for it.</param>
/// <param name="To">Where the reader wanted to go.</param>
internal sealed record Errand(string State, string Verifier, string To)
{
    private const string Cookie = "archive-sign-in";
    private const string CookiePath = "/reading-room";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The S256 challenge of the verifier.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Sets out. An address outside this site is never gone to.</summary>
    public static Errand SetOut(HttpContext context, string? to)
    {
        var errand = new Errand(Random(), Random(), IsLocal(to) ? to! : CookiePath);
        var said = string.Join('.', errand.State, errand.Verifier, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(errand.To)));
        context.Response.Cookies.Append(Cookie, said, Options(context, Patience));
        return errand;
    }

    /// <summary>Comes back with a state; null when it is not the one of this browser's errand. An errand is done once.</summary>
    public static Errand? ComeBack(HttpContext context, string? state)
    {
        var said = context.Request.Cookies[Cookie]?.Split('.');
        context.Response.Cookies.Delete(Cookie, Options(context, null));
        return said is [var expected, var verifier, var to] && Base64Url.IsValid(to)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(state ?? ""))
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(to)) is var local && IsLocal(local)
            ? new Errand(expected, verifier, local)
            : null;
    }

    /// <summary>An address of this site. Browsers take two slashes, or a slash and a backslash, for the beginning of another site's.</summary>
    internal static bool IsLocal(string? address) => address is { Length: < 2000 } && address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl);

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static CookieOptions Options(HttpContext context, TimeSpan? age) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = CookiePath, MaxAge = age, IsEssential = true };
}
