using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Whose tokens are believed: settings <c>Identity:Issuer</c>, <c>Identity:Audience</c>, <c>Identity:MetadataAddress</c>.</summary>
/// <param name="Issuer">The issuer's name, letter for letter.</param>
/// <param name="Audience">The archive's name in tokens.</param>
/// <param name="MetadataAddress">Where the issuer publishes its keys; https, or on this machine.</param>
/// <param name="ClientId">Whom people's browsers sign in to, <c>Identity:ClientId</c>; without it only bearer tokens are taken.</param>
/// <param name="Scope">What is asked for when signing in, <c>Identity:Scope</c>.</param>
/// <param name="ClientSecret">For an issuer that wants one beside PKCE, <c>Identity:ClientSecret</c>: on Azure a reference into the Key Vault.</param>
/// <param name="PlatformTokenHeader">
/// The header in which App Service Authentication in front of the app hands on the access token of a browser's session, <c>Identity:PlatformTokenHeader</c>
/// (<c>X-MS-TOKEN-AAD-ACCESS-TOKEN</c>); without it no such header is looked at. The token in it is checked as any other.
/// </param>
public sealed record IdentitySettings(string? Issuer, string? Audience, string? MetadataAddress, string? ClientId = null, string? Scope = null, string? ClientSecret = null, string? PlatformTokenHeader = null)
{
    /// <summary>An unknown key makes the issuer be asked again at most this often.</summary>
    internal static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(1);

    /// <summary>Without all three no token is believed.</summary>
    public bool IsComplete => Issuer is { Length: > 0 } && Audience is { Length: > 0 } && MetadataAddress is { Length: > 0 };

    /// <summary>Reads them.</summary>
    public static IdentitySettings Of(IConfiguration configuration) =>
        new(
            configuration["Identity:Issuer"], configuration["Identity:Audience"], configuration["Identity:MetadataAddress"],
            configuration["Identity:ClientId"], configuration["Identity:Scope"] ?? "openid", configuration["Identity:ClientSecret"], configuration["Identity:PlatformTokenHeader"]);

    /// <summary>Fetches the issuer's keys and keeps them.</summary>
    internal ConfigurationManager<OpenIdConnectConfiguration> Keys()
    {
        var address = MetadataAddress is { Length: > 0 } given ? given : "https://not-configured.invalid/";
        var onThisMachine = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
        return new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !onThisMachine })
        {
            RefreshInterval = RefreshInterval,
        };
    }
}
