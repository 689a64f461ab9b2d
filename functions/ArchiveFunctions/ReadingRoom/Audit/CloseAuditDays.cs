using Archive.ReadingRoom.Audit;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>
/// Seals every day of the audit that is over and not sealed yet: usually one, after an outage several. A run that ends early leaves the rest to the
/// next; days without an entry are sealed too, so that a day that is gone cannot pass for one on which nothing was done.
/// </summary>
public sealed class CloseAuditDays(AuditChain chain, AuditBook book, TimeProvider clock)
{
    /// <summary>Days closed in one run; after an outage of more than a year the next nights do the rest.</summary>
    private const int Most = 400;

    /// <summary>Runs every night at 00:20 in Viet Nam; the schedule is UTC.</summary>
    [Function(nameof(CloseAuditDays))]
    public async Task Run([TimerTrigger("0 20 17 * * *")] TimerInfo timer, CancellationToken stop)
    {
        foreach (var day in AuditSeal.DaysToClose(await chain.Last(stop), await book.First(stop), clock.GetUtcNow()).Take(Most))
            await chain.Close(day, stop);
    }
}
