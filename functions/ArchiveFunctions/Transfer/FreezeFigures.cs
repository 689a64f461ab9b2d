using Archive.Transfer;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// Freezes the figures of every month that is over and not frozen yet: usually one, after an outage several. The figures are as of the month's
/// last day, whenever they are made. A run that ends early leaves the month open, and the next finds the same.
/// </summary>
public sealed class FreezeFigures(DeadlineTable deadlines, FigureTable figures, TimeProvider clock)
{
    /// <summary>Runs every night at 00:40 in Viet Nam, so that a missed first of the month is caught up; the schedule is UTC. Most nights there is nothing to do.</summary>
    [Function(nameof(FreezeFigures))]
    public async Task Run([TimerTrigger("0 40 17 * * *")] TimerInfo timer, CancellationToken stop)
    {
        var today = Today.Of(clock.GetUtcNow());
        var current = new DateOnly(today.Year, today.Month, 1);
        var from = await figures.Latest(stop) is { } latest ? latest.AddMonths(1) : DateOnly.MinValue;
        await foreach (var month in deadlines.Months(from, current.AddMonths(-1), stop))
            await Freeze(month, stop);
    }

    private async Task Freeze(DateOnly month, CancellationToken stop)
    {
        var falling = await deadlines.In(month, null, stop).ToListAsync(stop);
        var asOf = month.AddMonths(1).AddDays(-1);
        foreach (var agency in falling.GroupBy(deadline => deadline.Agency))
            await figures.Freeze(TermFigure.Count(month, agency, asOf), agency.Key, stop);
        await figures.Freeze(TermFigure.Count(month, falling, asOf), null, stop);
    }
}
