using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>An archivist looks at one consignment: what is in it, what reading it back gave, and what became of it.</summary>
public sealed class ShowAcceptance(PageDesk desk, AcceptanceDesk acceptances)
{
    /// <summary>Shows the consignment, decided or not.</summary>
    [Function(nameof(ShowAcceptance))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/acceptances/{agency}/{transfer}")] HttpRequest request, string agency, string transfer, CancellationToken stop) =>
        desk.AnswerOf(nameof(ShowAcceptance), request, agency, (frame, known) => acceptances.Page(frame, known.Code, transfer, stop));
}
