using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace EmbeddedHost.Identity;

/// <summary>
/// The development issuer's page: whoever has a browser on this machine says who they want to be. It stands in for a real issuer's page of
/// names and passwords, so that the archive's side of signing in is the real one.
/// </summary>
internal static class AuthorizationRoutes
{
    /// <summary>Maps <c>/dev/authorize</c>.</summary>
    public static void MapAuthorization(this IEndpointRouteBuilder dev)
    {
        dev.MapGet("/authorize", (HttpRequest request) => Asked(request.Query) is { } asked ? Results.Content(Page(asked), "text/html; charset=utf-8") : Refused());
        dev.MapPost("/authorize", (Delegate)DecideAsync);
    }

    private static async Task<IResult> DecideAsync(HttpRequest request, AuthorizationCodes codes, CancellationToken stop)
    {
        if (Asked(request.Query) is not { } asked || !request.HasFormContentType)
            return Refused();

        var form = await request.ReadFormAsync(stop);
        var said = JsonSerializer.SerializeToElement(new
        {
            roles = form["role"].ToArray(), agency = form["agency"].ToString() is { Length: > 0 } agency ? agency : null, name = form["name"].ToString() is { Length: > 0 } name ? name : null,
        });
        return TokenRequest.Read(said) is TokenRequest.Accepted person
            ? Results.Redirect(QueryHelpers.AddQueryString(asked.Redirect, new Dictionary<string, string?> { ["code"] = codes.Give(person, asked.Redirect, asked.Challenge), ["state"] = asked.State }))
            : Refused();
    }

    /// <summary>Browsers are sent back to this machine only.</summary>
    private static Authorization? Asked(IQueryCollection query) =>
        query["response_type"] == "code" && query["code_challenge_method"] == "S256" && query["code_challenge"].ToString() is { Length: 43 } challenge
        && Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var redirect) && redirect.IsLoopback
            ? new Authorization(query["redirect_uri"].ToString(), query["state"].ToString(), challenge)
            : null;

    private static IResult Refused() => Results.Problem("The request for a code cannot be understood.", statusCode: StatusCodes.Status400BadRequest);

    private static string Page(Authorization asked)
    {
        var action = QueryHelpers.AddQueryString("/dev/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["code_challenge_method"] = "S256", ["code_challenge"] = asked.Challenge, ["redirect_uri"] = asked.Redirect, ["state"] = asked.State,
        });
        var roles = string.Concat(TokenRequest.KnownRoles.Select(role => $"<label><input type=\"checkbox\" name=\"role\" value=\"{role}\"{(role == "reader" ? " checked" : "")}> {role}</label> "));
        return $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Development sign-in</title><link rel="icon" href="data:,"></head>
            <body><main><h1>Development sign-in</h1>
            <p>This page is part of the embedded host on this machine. A deployed archive sends you to its own issuer instead.</p>
            <form method="post" action="{HtmlEncoder.Default.Encode(action)}">
            <p><label>Name <input name="name" value="Nguyễn Văn A" maxlength="{TokenRequest.LongestName}"></label></p>
            <fieldset><legend>Roles</legend>{roles}</fieldset>
            <p><label>Agency (officers) <input name="agency" placeholder="H26.05"></label></p>
            <p><button>Sign in</button></p></form></main></body></html>
            """;
    }

    private sealed record Authorization(string Redirect, string State, string Challenge);
}
