using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Desks;

/// <summary>Who may come to a desk's page: asked of <see cref="Permissions"/>, answered as a page.</summary>
internal static class DeskDoor
{
    /// <summary>What to answer a caller who may not; null to one who may.</summary>
    public static IResult? Refusal(string act, PageFrame frame, AgencyCode? agency) => Permissions.May(act, frame.Caller, agency)
        ? null
        : PageDesk.Problem(frame, frame.Caller.IsAnonymous ? ProblemCode.Unauthenticated : ProblemCode.Forbidden);
}
