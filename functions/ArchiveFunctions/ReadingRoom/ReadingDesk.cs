using Archive.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// Where every HTTP function receives its caller: establishes who asks, and turns what goes wrong into problems. What is broken is logged
/// and answered without a word of how; the Functions worker would answer an exception with an empty 200.
/// </summary>
public sealed class ReadingDesk(CallerReader callers, Refusals refusals, ILogger<ReadingDesk> log)
{
    /// <summary>Answers anyone; the answer depends on who asks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The work; it decides what this caller may see.</param>
    /// <param name="unreachable">What it means when a service it needs does not answer.</param>
    /// <param name="say">How a problem is said; as a problem document (RFC 9457) unless told.</param>
    /// <param name="isForm">Whether the request is a form of the browser's own session.</param>
    public async Task<IResult> Answer(
        HttpRequest request, Func<Caller, ValueTask<IResult>> answer, ProblemCode? unreachable = null, Func<ProblemCode, IResult>? say = null, bool isForm = false)
    {
        SafeHeaders.Put(request.HttpContext);
        say ??= code => Problems.Of(code, request);
        try
        {
            return await callers.Read(request, isForm) switch
            {
                Identification.Known known => await answer(known.Caller),
                Identification.Unavailable => say(ProblemCode.IdentityUnavailable),
                _ => say(ProblemCode.TokenInvalid),
            };
        }
        catch (OperationCanceledException) when (request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read it; 499 is what proxies log for that.
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (Exception passing) when (Fault.IsPassing(passing))
        {
            var code = unreachable ?? ProblemCode.StorageUnavailable;
            log.Unreachable(code.Id, passing);
            return say(code);
        }
        catch (Exception broken)
        {
            log.RequestFailed(broken);
            return say(ProblemCode.Internal);
        }
    }

    /// <summary>Answers callers who may do an act that is about no agency an officer could be of; others are told to sign in, or that they may not.</summary>
    public Task<IResult> AnswerOnly(string act, HttpRequest request, Func<Caller, ValueTask<IResult>> answer) => Answer(request, caller =>
        Permissions.May(act, caller, null) ? answer(caller) : refusals.MayNot(act, caller, request));
}
