using Archive.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks;

/// <summary>Where those who work for an agency or the archive begin: what their roles let them do, and the way there.</summary>
public sealed class ShowDesk(PageDesk desk)
{
    /// <summary>Shows it; who is not signed in is sent to do so first.</summary>
    [Function(nameof(ShowDesk))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk")] HttpRequest request) =>
        desk.AnswerOnly(nameof(ShowDesk), request, frame =>
            Task.FromResult<IResult>(new PageResult<DeskPage>(frame, new DeskView(DeskEntry.For(frame.Caller), frame.Caller.Is(Role.Officer) && frame.Caller.Agency is null))));
}

/// <summary>What the desk shows.</summary>
/// <param name="Entries">The ways on.</param>
/// <param name="LacksAgency">Whether an officer's token names no agency.</param>
public sealed record DeskView(IReadOnlyList<DeskEntry> Entries, bool LacksAgency);
