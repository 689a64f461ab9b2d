using Archive.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// How callers are refused: noted in the audit first, then told. Two rules keep the note from telling anything.
/// 1. What is not there is noted as what is withheld is: the same entry for the same price, so that neither the answer, nor what it costs, nor the
///    audit itself tells which of the two it was.
/// 2. Whoever is not signed in is not noted: there is nobody to name, and anybody at all could fill the audit. Requests without a caller are counted
///    where the host counts requests.
/// </summary>
public sealed class Refusals(AuditTrail audit)
{
    /// <summary>Somebody who may not do an act, over the API.</summary>
    internal async ValueTask<IResult> MayNot(string act, Caller caller, HttpRequest request, string? about = null)
    {
        await Note(act, caller, about ?? request.Path, request.HttpContext.RequestAborted);
        return Problems.Of(caller.IsAnonymous ? ProblemCode.Unauthenticated : ProblemCode.Forbidden, request);
    }

    /// <summary>
    /// Somebody who may not do an act, on a page. Whoever asked for a page without being signed in may be somebody who may, signs in and comes back; a
    /// form is not done, and signing in does not do it either.
    /// </summary>
    internal async Task<IResult> MayNot(string act, PageFrame frame, bool isForm, CancellationToken stop, string? about = null)
    {
        await Note(act, frame.Caller, about ?? frame.Path, stop);
        return !frame.Caller.IsAnonymous ? PageDesk.Problem(frame, ProblemCode.Forbidden)
            : isForm ? PageDesk.Problem(frame, ProblemCode.Unauthenticated)
            : Results.Redirect(PageFrame.To("/reading-room/sign-in", ("to", frame.Here)));
    }

    /// <summary>Somebody to whom what they named does not exist, whether or not it does; over the API.</summary>
    internal async ValueTask<IResult> NotThere(string act, Caller caller, HttpRequest request, string about)
    {
        await Note(act, caller, about, request.HttpContext.RequestAborted);
        return Problems.Of(ProblemCode.NotFound, request);
    }

    /// <summary>The same on a page.</summary>
    internal async Task<IResult> NotThere(string act, PageFrame frame, string about, CancellationToken stop)
    {
        await Note(act, frame.Caller, about, stop);
        return PageDesk.Problem(frame, ProblemCode.NotFound);
    }

    /// <summary>The note alone, where others say it.</summary>
    internal ValueTask Note(string act, Caller caller, string about, CancellationToken stop) =>
        caller.IsAnonymous ? ValueTask.CompletedTask : new ValueTask(audit.NoteRefusal(act, caller, about, stop));
}
