using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>How much of an agency's permanent records reached the historical archive within the term.</summary>
public sealed class GetAgencyTransferFigure(TransferDesk desk, FigureDesk figures)
{
    /// <summary>Answers the agency's officers, managers and archivists.</summary>
    [Function(nameof(GetAgencyTransferFigure))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/targets/transfer-within-term")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(GetAgencyTransferFigure), request, agency, async (known, _) => await figures.Answer(request, known.Code, stop));
}
