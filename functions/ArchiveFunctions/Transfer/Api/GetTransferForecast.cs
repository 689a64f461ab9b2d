using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer, an archivist or a manager looks what lies ahead of an agency, and what of it will be late.</summary>
public sealed class GetTransferForecast(TransferDesk desk, AgencyForecast forecasts, TimeProvider clock)
{
    /// <summary>Answers the forecast.</summary>
    [Function(nameof(GetTransferForecast))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/transfer-forecast")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(GetTransferForecast), request, agency, async (known, _) =>
        {
            var forecast = await forecasts.Of(known.Code, Today.Of(clock.GetUtcNow()), stop);
            return new JsonResult<ForecastBody>(ForecastBody.Of(forecast), TransferJson.Letters.ForecastBody) { Headers = Caching.Never };
        });
}
