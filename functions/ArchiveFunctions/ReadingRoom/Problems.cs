using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A problem as callers see it (RFC 9457). Nothing in it comes from an exception.</summary>
/// <param name="Type">A name for the kind of problem.</param>
/// <param name="Title">What it is, in the caller's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Parameter">The parameter it is about.</param>
/// <param name="Findings">What was found wrong with an upload.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Code, string? Parameter, IReadOnlyList<FindingBody>? Findings);

/// <summary>Makes every problem response of the archive.</summary>
public static class Problems
{
    private const string MediaType = "application/problem+json";

    /// <summary>A problem, in the language of the request.</summary>
    /// <param name="code">Which.</param>
    /// <param name="request">The request it answers.</param>
    /// <param name="parameter">The parameter it is about, if it is about one.</param>
    /// <param name="findings">What was found wrong with an upload.</param>
    public static IResult Of(ProblemCode code, HttpRequest request, string? parameter = null, IReadOnlyList<FindingBody>? findings = null)
    {
        var language = Words.LanguageOf(request);
        var body = new ProblemBody($"urn:archive:problem:{code.Id}", Words.Problem(code.Id, language), code.Status, code.Id, parameter, findings);
        return new JsonResult<ProblemBody>(body, ReadingRoomJson.Letters.ProblemBody, code.Status, MediaType) { Headers = Headers(code, language.Name) };
    }

    private static Dictionary<string, string> Headers(ProblemCode code, string language)
    {
        var headers = new Dictionary<string, string> { ["Content-Language"] = language, ["Vary"] = "Accept-Language", ["Cache-Control"] = "no-store" };
        if (code.Status == 401)
            headers["WWW-Authenticate"] = code == ProblemCode.TokenInvalid ? "Bearer realm=\"archive\", error=\"invalid_token\"" : "Bearer realm=\"archive\"";
        if (code.Status == 503)
            headers["Retry-After"] = "5";
        return headers;
    }
}
