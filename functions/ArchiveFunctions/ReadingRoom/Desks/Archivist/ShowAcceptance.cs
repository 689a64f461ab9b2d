using Archive.Records;
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
        desk.Answer(request, async frame =>
        {
            AgencyCode? code = AgencyCode.TryParse(agency, out var parsed) ? parsed : null;
            return DeskDoor.Refusal(nameof(ShowAcceptance), frame, code)
                ?? (code is { } known ? await acceptances.Page(frame, known, transfer, stop) : PageDesk.Problem(frame, ProblemCode.NotFound));
        });
}
