using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ArchiveFunctions.ReadingRoom.SignIn;

/// <summary>Sends browsers to the issuer and redeems what they bring back. Settings <c>Identity:ClientId</c> and, where the issuer wants them, <c>Identity:Scope</c> and <c>Identity:ClientSecret</c>.</summary>
public sealed class IssuerClient(IdentitySettings settings, IConfigurationManager<OpenIdConnectConfiguration> issuer, HttpClient http)
{
    /// <summary>Whether people can sign in with a browser.</summary>
    public bool IsConfigured => settings is { IsComplete: true, ClientId.Length: > 0 };

    /// <summary>Where a browser goes to sign in.</summary>
    internal async Task<string> AuthorizationAddress(Errand errand, string comeBackTo, CancellationToken stop) => QueryHelpers.AddQueryString(
        (await issuer.GetConfigurationAsync(stop)).AuthorizationEndpoint,
        new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = comeBackTo,
            ["scope"] = settings.Scope,
            ["state"] = errand.State,
            ["code_challenge"] = errand.Challenge,
            ["code_challenge_method"] = "S256",
        });

    /// <summary>The access token for a code; null when the issuer refuses it.</summary>
    internal async Task<string?> Redeem(string code, Errand errand, string comeBackTo, CancellationToken stop)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = comeBackTo,
            ["client_id"] = settings.ClientId!,
            ["code_verifier"] = errand.Verifier,
        };
        if (settings.ClientSecret is { Length: > 0 } secret)
            form["client_secret"] = secret;

        using var body = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri((await issuer.GetConfigurationAsync(stop)).TokenEndpoint), body, stop);
        if (!answer.IsSuccessStatusCode)
            return null;
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        return tokens.TryGetProperty("access_token", out var token) ? token.GetString() : null;
    }
}
