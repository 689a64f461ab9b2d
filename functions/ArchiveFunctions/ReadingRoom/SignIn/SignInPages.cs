using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.SignIn;

/// <summary>Signing in and out with a browser: the authorization code flow with PKCE (RFC 6749, RFC 7636, OWASP ASVS 10.2).</summary>
public sealed class SignInPages(PageDesk desk, IssuerClient issuer, CallerReader callers, AuditTrail audit)
{
    private const string BackRoute = "reading-room/signed-in";

    /// <summary>Sends the browser to the issuer.</summary>
    [Function("SignIn")]
    public Task<IResult> Begin([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/sign-in")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(
            request,
            async frame => issuer.IsConfigured
                ? Results.Redirect(await issuer.AuthorizationAddress(Errand.SetOut(request.HttpContext, request.Query["to"]), Back(request), stop))
                : PageDesk.Problem(frame, ProblemCode.IdentityUnavailable),
            ProblemCode.IdentityUnavailable);

    /// <summary>Receives the browser back, and begins the session if the token is one to be believed.</summary>
    [Function("SignedIn")]
    public Task<IResult> End([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BackRoute)] HttpRequest request, CancellationToken stop) =>
        desk.Answer(
            request,
            async frame =>
            {
                var errand = Errand.ComeBack(request.HttpContext, request.Query["state"]);
                if (errand is null || request.Query["code"].ToString() is not { Length: > 0 } code || await issuer.Redeem(code, errand, Back(request), stop) is not { } token)
                    return PageDesk.Problem(frame, ProblemCode.SignInFailed);
                if (await callers.Believe(token, stop) is not { } believed)
                    return PageDesk.Problem(frame, ProblemCode.SignInFailed);

                await audit.Note(AuditAct.SignedIn, believed.Caller, "session", null, stop);
                Session.Begin(request.HttpContext, token, believed.Ends);
                return Results.LocalRedirect(errand.To);
            },
            ProblemCode.IdentityUnavailable);

    /// <summary>Ends the session.</summary>
    [Function("SignOut")]
    public Task<IResult> Leave([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reading-room/sign-out")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerForm(request, (_, _) =>
        {
            Session.End(request.HttpContext);
            return Task.FromResult(Results.LocalRedirect(Session.IsPlatforms(request) ? "/.auth/logout?post_logout_redirect_uri=%2Freading-room" : "/reading-room"));
        }, stop);

    /// <summary>Where the issuer sends the browser back to. On Azure the host name is the one the platform let through.</summary>
    private static string Back(HttpRequest request) => $"{request.Scheme}://{request.Host}/{BackRoute}";
}
