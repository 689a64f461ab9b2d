using Archive.Records;
using Archive.Transfer;

namespace ArchiveFunctions.Transfer;

/// <summary>What lies ahead of an agency, from its rows in the schedule.</summary>
public sealed class AgencyForecast(DeadlineTable deadlines)
{
    /// <summary>The forecast as of a day. Its cost: what is open or falls due in the next three years, and one small request for each month before.</summary>
    public async Task<Forecast> Of(AgencyCode agency, DateOnly today, CancellationToken stop)
    {
        var (first, found) = (new DateOnly(today.Year, today.Month, 1), new List<Deadline>());
        await foreach (var month in deadlines.Months(DateOnly.MinValue, first.AddMonths(Forecast.Reach - 1), stop))
        {
            var rows = month < first ? deadlines.Unfinished(month, agency, Forecast.PaceFrom(today), stop) : deadlines.In(month, agency, stop);
            found.AddRange(await rows.ToListAsync(stop));
        }

        found.AddRange(await deadlines.In(null, agency, stop).ToListAsync(stop));
        return Forecast.Of(found, today);
    }
}
