using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.SignIn;

/// <summary>
/// A browser's session: the issuer's own token in a cookie that no script can read and no other site can make the browser send with a form
/// (OWASP ASVS 3.3). Nothing is kept on the server, so there is nothing to replicate or to lose; the token is checked with each request.
/// </summary>
internal static class Session
{
    /// <summary>The form field that shows that a form was made for this session.</summary>
    public const string FormField = "csrf";

    /// <summary>The header by which a page's script shows the same.</summary>
    public const string FormHeader = "X-Archive-Form";

    private const string Purpose = "archive form";

    /// <summary>The token, or null where nobody is signed in.</summary>
    public static string? Of(HttpRequest request) =>
        request.HttpContext.Features.Get<PlatformToken>()?.Token ?? (request.Cookies[Name(request)] is { Length: > 0 } token ? token : null);

    /// <summary>Takes the session the platform in front of the app keeps, where a setting says that there is one; it, too, is a cookie to the browser.</summary>
    /// <param name="request">The request.</param>
    /// <param name="header">The header the platform hands the token on in; null where there is no such platform.</param>
    public static void TakeFromPlatform(HttpRequest request, string? header)
    {
        if (header is { Length: > 0 } && request.Headers[header] is [{ Length: > 0 } token])
            request.HttpContext.Features.Set(new PlatformToken(token));
    }

    /// <summary>Whether the session is the platform's, which then has to end it.</summary>
    public static bool IsPlatforms(HttpRequest request) => request.HttpContext.Features.Get<PlatformToken>() is not null;

    /// <summary>Signs in until the token ends.</summary>
    public static void Begin(HttpContext context, string token, DateTimeOffset ends) => context.Response.Cookies.Append(Name(context.Request), token, Options(context, ends));

    /// <summary>Signs out.</summary>
    public static void End(HttpContext context) => context.Response.Cookies.Delete(Name(context.Request), Options(context, null));

    /// <summary>What a form made for this session carries. Who cannot read the cookie cannot make it.</summary>
    public static string Proof(string token) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Purpose)));

    /// <summary>Whether a form was made for the session it comes with.</summary>
    public static bool IsProven(string token, string? proof) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Proof(token)), Encoding.ASCII.GetBytes(proof ?? ""));

    /// <summary>Browsers refuse the prefix without https, which only a machine of one's own lacks.</summary>
    private static string Name(HttpRequest request) => request.IsHttps ? "__Host-archive" : "archive";

    private sealed record PlatformToken(string Token);

    private static CookieOptions Options(HttpContext context, DateTimeOffset? ends) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", Expires = ends, IsEssential = true };
}
