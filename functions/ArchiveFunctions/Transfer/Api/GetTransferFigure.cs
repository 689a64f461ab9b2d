using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>How much of the city's permanent records reached the historical archive within the term.</summary>
public sealed class GetTransferFigure(ReadingDesk desk, FigureDesk figures)
{
    /// <summary>Answers managers, archivists and administrators.</summary>
    [Function(nameof(GetTransferFigure))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/targets/transfer-within-term")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(GetTransferFigure), request, async _ => await figures.Answer(request, null, stop));
}
