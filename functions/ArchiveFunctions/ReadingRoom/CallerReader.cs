using System.Collections.Frozen;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Who a request comes from.</summary>
public abstract record Identification
{
    private Identification()
    {
    }

    /// <summary>A caller, or nobody in particular when there was no token.</summary>
    public sealed record Known(Caller Caller) : Identification;

    /// <summary>A token that is not to be believed.</summary>
    public sealed record Refused : Identification;

    /// <summary>The issuer's keys cannot be had, so nobody can say.</summary>
    public sealed record Unavailable : Identification;
}

/// <summary>
/// Establishes who asks, from the bearer token alone (OWASP ASVS 9.1, 9.2): signature by a key of the configured issuer and an algorithm of
/// the list, issuer, audience, time, type. The token itself is never logged.
/// </summary>
public sealed class CallerReader(IdentitySettings settings, IConfigurationManager<OpenIdConnectConfiguration> issuer, TimeProvider clock, ILogger<CallerReader> log)
{
    private const int LongestToken = 16 * 1024;
    private const string Scheme = "Bearer ";
    private static readonly Identification Nobody = new Identification.Known(Caller.Anonymous);
    private static readonly Identification Refused = new Identification.Refused();

    /// <summary>What the token's role claim may hold; another role grants nothing.</summary>
    private static readonly FrozenDictionary<string, Role> Roles =
        Enum.GetValues<Role>().ToFrozenDictionary(role => role.ToString(), StringComparer.OrdinalIgnoreCase);

    private readonly JsonWebTokenHandler tokens = new() { MaximumTokenSizeInBytes = LongestToken, MapInboundClaims = false };
    private readonly BelievedTokens believed = new();

    /// <summary>
    /// Who a request comes from: by its bearer token, else by its browser's session. A session counts only where nothing is changed, or where
    /// the request showed that it is the session's own (<see cref="Session.Proof"/>): as a form, or by the header a page's script sends, which no
    /// page of another site can. One that has ended is nobody's.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="isForm">Whether it is a form that has shown so.</param>
    public ValueTask<Identification> Read(HttpRequest request, bool isForm = false)
    {
        Recognise(request);
        return Identify(request, isForm);
    }

    /// <summary>Finds the session of a browser wherever it is kept, for whoever looks at it before the caller is read.</summary>
    internal void Recognise(HttpRequest request) => Session.TakeFromPlatform(request, settings.PlatformTokenHeader);

    private ValueTask<Identification> Identify(HttpRequest request, bool isForm) => request.Headers.Authorization.Count switch
    {
        0 when Session.Of(request) is { } session && (isForm || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || Session.IsProven(session, request.Headers[Session.FormHeader])) => new ValueTask<Identification>(OfSession(session, request.HttpContext.RequestAborted)),
        0 => ValueTask.FromResult(Nobody),
        1 => new ValueTask<Identification>(Check(request.Headers.Authorization.ToString(), request.HttpContext.RequestAborted)),
        _ => ValueTask.FromResult(Refused),
    };

    /// <summary>Whose a token is and when it ends, if it is one to be believed.</summary>
    internal async Task<(Caller Caller, DateTimeOffset Ends)?> Believe(string token, CancellationToken stop) =>
        await Check(Scheme + token, stop) is Identification.Known { Caller: { IsAnonymous: false } caller } ? (caller, new DateTimeOffset(tokens.ReadJsonWebToken(token).ValidTo, TimeSpan.Zero)) : null;

    private async Task<Identification> OfSession(string session, CancellationToken stop) =>
        await Check(Scheme + session, stop) is var found && found is Identification.Refused ? Nobody : found;

    private async Task<Identification> Check(string header, CancellationToken stop)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Refused;

        if (!settings.IsComplete)
        {
            log.IdentityNotConfigured();
            return Refused;
        }

        var token = header[Scheme.Length..].Trim();
        if (believed.Find(token, clock.GetUtcNow()) is { } holder)
            return holder;

        try
        {
            return Judge(token, await Validate(token, stop));
        }
        catch (Exception unreachable) when (unreachable is InvalidOperationException or HttpRequestException or IOException)
        {
            // What the configuration manager throws when it has never reached the issuer.
            log.Unreachable("identity-unavailable", unreachable);
            return new Identification.Unavailable();
        }
    }

    /// <summary>A key we do not know may be new: the issuer is asked again, at most once per refresh interval, and the token is tried once more.</summary>
    private async Task<TokenValidationResult> Validate(string token, CancellationToken stop)
    {
        var known = await issuer.GetConfigurationAsync(stop);
        var result = await tokens.ValidateTokenAsync(token, Demands(known));
        if (result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            return result;

        issuer.RequestRefresh();
        var renewed = await issuer.GetConfigurationAsync(stop);
        return ReferenceEquals(renewed, known) ? result : await tokens.ValidateTokenAsync(token, Demands(renewed));
    }

    private Identification Judge(string given, TokenValidationResult result)
    {
        if (!result.IsValid || result.SecurityToken is not JsonWebToken { Subject.Length: > 0 } token || !TokenUse.IsAccess(token))
        {
            log.TokenRefused(result.Exception?.GetType().Name ?? "no subject, or not an access token");
            return Refused;
        }

        var roles = token.Claims.Where(claim => claim.Type == "roles" && Roles.ContainsKey(claim.Value)).Select(claim => Roles[claim.Value]);
        var name = token.TryGetPayloadValue<string>("name", out var called) ? called : null;
        AgencyCode? agency = token.TryGetPayloadValue<string>("agency", out var code) && AgencyCode.TryParse(code, out var parsed) ? parsed : null;
        var known = new Identification.Known(new Caller(token.Subject, name, roles.ToFrozenSet(), agency));
        believed.Keep(given, known, token.ValidTo, clock.GetUtcNow());
        return known;
    }

    private TokenValidationParameters Demands(OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.Audience,
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
        ValidTypes = ["JWT", "at+jwt", "application/at+jwt"],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
        LifetimeValidator = IsCurrent,
    };

    /// <summary>By the archive's clock, with a minute for the issuer's.</summary>
    private bool IsCurrent(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters demands)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var leeway = TimeSpan.FromMinutes(1);
        return expires > now - leeway && (notBefore is null || notBefore < now + leeway);
    }
}
