using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>A manager sees how the archive stands: holdings, ingest, transfer within term, what is overdue.</summary>
public sealed class ShowBoard(PageDesk desk, BoardGathering facts)
{
    /// <summary>Shows the figures, each with where its numbers come from and as of when.</summary>
    [Function(nameof(ShowBoard))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/board")] HttpRequest request, CancellationToken stop) => desk.AnswerOnly(
        nameof(ShowBoard),
        request,
        async frame => new PageResult<BoardPage>(frame, BoardFigures.Of(await facts.Gather(stop), frame.Words)),
        ProblemCode.SearchUnavailable);
}
