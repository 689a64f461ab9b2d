using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The page on which a reader asks to read records, or for copies of them.</summary>
public sealed class ShowAsk(PageDesk desk, AskForm asking)
{
    /// <summary>Shows the form; of records the reader may not know of it shows nothing but what was written.</summary>
    [Function(nameof(ShowAsk))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/ask")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowAsk), request, frame => asking.Show(frame, AskForm.New(request), [], StatusCodes.Status200OK, stop));
}
