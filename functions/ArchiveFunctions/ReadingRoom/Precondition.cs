using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Conditional requests (RFC 9110, 13) against a strong validator. Dates are not compared: the archive sends no Last-Modified.</summary>
internal static class Precondition
{
    /// <summary>Whether <c>If-None-Match</c> says that the caller has this state (compared weakly, as the RFC has it).</summary>
    public static bool IsHeld(HttpRequest request, string etag) =>
        request.Headers.IfNoneMatch.Count > 0 && Named(request.Headers.IfNoneMatch, etag, strong: false);

    /// <summary>Whether <c>If-Match</c> asks for another state.</summary>
    public static bool Fails(HttpRequest request, string etag) =>
        request.Headers.IfMatch.Count > 0 && !Named(request.Headers.IfMatch, etag, strong: true);

    /// <summary>Whether a range may be answered: there is no <c>If-Range</c>, or it names this state (strongly).</summary>
    public static bool AllowsRange(HttpRequest request, string etag) =>
        request.Headers.IfRange.Count == 0
        || (EntityTagHeaderValue.TryParse(request.Headers.IfRange.ToString(), out var tag) && !tag.IsWeak && tag.Tag.Equals(etag, StringComparison.Ordinal));

    private static bool Named(StringValues header, string etag, bool strong) =>
        EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out var tags)
        && tags.Any(tag => tag.Tag == "*" || (tag.Tag.Equals(etag, StringComparison.Ordinal) && !(strong && tag.IsWeak)));
}
