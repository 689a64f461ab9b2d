using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmbeddedHost.Identity;

/// <summary>The HTTP side of the development issuer.</summary>
internal static class DevelopmentIssuerRoutes
{
    /// <summary>
    /// Maps <c>POST /dev/token</c>, <c>GET /dev/.well-known/openid-configuration</c> and <c>GET /dev/jwks</c>. They answer to loopback names
    /// only: a web page that has pointed its own name at 127.0.0.1 gets no token.
    /// </summary>
    public static void MapDevelopmentIssuer(this IEndpointRouteBuilder app)
    {
        var dev = app.MapGroup("/dev").RequireHost("127.0.0.1", "localhost");
        dev.MapPost("/token", IssueAsync);
        dev.MapGet("/.well-known/openid-configuration", (HttpRequest request) => Results.Json(Discovery(Issuer(request))));
        dev.MapGet("/jwks", (SigningKey key) => Results.Json(new { keys = new[] { key.Published } }));
    }

    private static async Task<IResult> IssueAsync(HttpRequest request, DevelopmentIssuer issuer, CancellationToken stop)
    {
        var asked = await ReadAsync(request, stop);
        return asked switch
        {
            TokenRequest.Accepted accepted => Results.Json(new Dictionary<string, object>
            {
                ["access_token"] = issuer.Issue(accepted, Issuer(request)),
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)DevelopmentIssuer.Lifetime.TotalSeconds,
            }),
            TokenRequest.Refused refused => Results.Problem(
                refused.Detail, statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?> { ["code"] = refused.Code }),
            _ => throw new InvalidOperationException("A token request that is neither accepted nor refused."),
        };
    }

    private static async Task<TokenRequest> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: stop);
            return TokenRequest.Read(body.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is how the reader says that a text has half a character (\ud800).
            return new TokenRequest.Refused("token-request-malformed", $"The body is not JSON: {e.Message}");
        }
    }

    private static string Issuer(HttpRequest request) =>
        DevelopmentIssuer.IssuerAt(new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", request.HttpContext.Connection.LocalPort).Uri);

    private static Dictionary<string, object> Discovery(string issuer) => new()
    {
        ["issuer"] = issuer,
        ["jwks_uri"] = $"{issuer}/jwks",
        ["token_endpoint"] = $"{issuer}/token",
        ["response_types_supported"] = new[] { "token" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
    };
}
