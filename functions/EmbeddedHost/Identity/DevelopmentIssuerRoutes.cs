using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmbeddedHost.Identity;

/// <summary>The HTTP side of the development issuer.</summary>
internal static class DevelopmentIssuerRoutes
{
    /// <summary>
    /// Maps <c>POST /dev/token</c>, <c>/dev/authorize</c>, <c>GET /dev/.well-known/openid-configuration</c> and <c>GET /dev/jwks</c>. They answer to loopback names
    /// only: a web page that has pointed its own name at 127.0.0.1 gets no token.
    /// </summary>
    public static void MapDevelopmentIssuer(this IEndpointRouteBuilder app)
    {
        var dev = app.MapGroup("/dev").RequireHost("127.0.0.1", "localhost");
        dev.MapPost("/token", IssueAsync);
        dev.MapAuthorization();
        dev.MapGet("/.well-known/openid-configuration", (HttpRequest request) => Results.Json(Discovery(Issuer(request))));
        dev.MapGet("/jwks", (SigningKey key) => Results.Json(new { keys = new[] { key.Published } }));
    }

    private static async Task<IResult> IssueAsync(HttpRequest request, DevelopmentIssuer issuer, AuthorizationCodes codes, CancellationToken stop)
    {
        var asked = request.HasFormContentType ? await RedeemAsync(request, codes, stop) : await ReadAsync(request, stop);
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

    /// <summary>A code a browser brought back (RFC 6749, 4.1.3).</summary>
    private static async Task<TokenRequest> RedeemAsync(HttpRequest request, AuthorizationCodes codes, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        var person = form["grant_type"] == "authorization_code" ? codes.Redeem(form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"].ToString()) : null;
        return person is not null ? person : new TokenRequest.Refused("invalid_grant", "The code is none of ours, has ended, or is somebody else's.");
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
        ["authorization_endpoint"] = $"{issuer}/authorize",
        ["response_types_supported"] = new[] { "code", "token" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
    };
}
