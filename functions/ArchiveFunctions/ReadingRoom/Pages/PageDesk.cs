using Archive.ReadingRoom;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>The reading desk for those who look at pages: the same callers, the same rights, and problems said as pages.</summary>
public sealed class PageDesk(ReadingDesk desk)
{
    /// <summary>Answers anyone; the page depends on who asks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">Makes the page.</param>
    /// <param name="unreachable">What it means when a service it needs does not answer.</param>
    internal Task<IResult> Answer(HttpRequest request, Func<PageFrame, Task<IResult>> answer, ProblemCode? unreachable = null) => desk.Answer(
        request,
        async caller => await answer(PageFrame.Of(request, caller)),
        unreachable,
        code => Problem(PageFrame.Of(request, Caller.Anonymous), code));

    /// <summary>A problem as a page, with its code for whoever has to look it up.</summary>
    internal static IResult Problem(PageFrame frame, ProblemCode code, string? parameter = null) =>
        new PageResult<ProblemPage>(frame, new ProblemView(code, parameter), code.Status);
}

/// <summary>A problem to be shown.</summary>
public sealed record ProblemView(ProblemCode Code, string? Parameter);
