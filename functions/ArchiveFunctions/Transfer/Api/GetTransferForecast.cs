using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer, an archivist or a manager looks what lies ahead of an agency, and what of it will be late.</summary>
public sealed class GetTransferForecast(TransferDesk desk, DeadlineTable deadlines, TimeProvider clock)
{
    /// <summary>Answers the forecast. Its cost: what is open or falls due in the next three years, and one small request for each month before.</summary>
    [Function(nameof(GetTransferForecast))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/transfer-forecast")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(GetTransferForecast), request, agency, async (known, _) =>
        {
            var today = Today.Of(clock.GetUtcNow());
            var forecast = Forecast.Of(await Known(known.Code, today, stop), today);
            return new JsonResult<ForecastBody>(ForecastBody.Of(forecast), TransferJson.Letters.ForecastBody) { Headers = Caching.Never };
        });

    private async Task<IReadOnlyCollection<Deadline>> Known(AgencyCode agency, DateOnly today, CancellationToken stop)
    {
        var (first, found) = (new DateOnly(today.Year, today.Month, 1), new List<Deadline>());
        await foreach (var month in deadlines.Months(DateOnly.MinValue, first.AddMonths(Forecast.Reach - 1), stop))
        {
            var rows = month < first ? deadlines.Unfinished(month, agency, Forecast.PaceFrom(today), stop) : deadlines.In(month, agency, stop);
            found.AddRange(await rows.ToListAsync(stop));
        }

        found.AddRange(await deadlines.In(null, agency, stop).ToListAsync(stop));
        return found;
    }
}
