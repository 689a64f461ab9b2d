using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>
/// A page, rendered whole on the server. Its style stands in it, so that one round trip shows it; its policy (CSP level 3) allows nothing but
/// that style and what comes from here. Kept by nobody: what it shows depends on who asks.
/// </summary>
/// <param name="frame">What every page knows.</param>
/// <param name="view">What this one shows; the parameter <c>View</c> of the component.</param>
/// <param name="status">The status.</param>
internal sealed class PageResult<TPage>(PageFrame frame, object view, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    private static readonly string Style = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PageStyle.Text)));

    /// <summary>The origin this page's script may send to besides ours, if any; such a page may have workers of ours too.</summary>
    public string? SendsTo { get; init; }

    private string Policy =>
        $"default-src 'none'; style-src 'sha256-{Style}'; "
        + $"img-src 'self' data:; media-src 'self'; frame-src 'self'; connect-src 'self'{(SendsTo is null ? "" : $" {SendsTo}; worker-src 'self'")}; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        SafeHeaders.Put(httpContext);
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "private, no-store";
        headers.ContentLanguage = frame.Words.Language.Name;
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (frame.Query.ContainsKey(PageFrame.LanguageKey))
            Remember(httpContext);
        var parameters = new Dictionary<string, object?> { ["Frame"] = frame, ["View"] = view };
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(httpContext);
    }

    private void Remember(HttpContext context) => context.Response.Cookies.Append(
        PageFrame.LanguageKey,
        frame.Words.Language.Name,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
}
