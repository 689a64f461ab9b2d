using Archive;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// Announces every record about which something is to be done by today. It only finds and announces: run twice, at once, or late, it says the
/// same, and whoever hears it looks at the record.
/// </summary>
public sealed class SweepDeadlines(AgendaTable agenda, TimeProvider clock)
{
    /// <summary>
    /// The most announcements of one run, twice the largest consignment, so that a dossier is called up at once; the next run of the same night goes
    /// on, because what is done, or has its consignment, leaves the agenda.
    /// </summary>
    public const int Most = 20_000;

    /// <summary>Runs every ten minutes from 00:10 to 05:50 in Viet Nam; the schedule is UTC. A night that was missed is caught up by the next.</summary>
    [Function(nameof(SweepDeadlines))]
    [ServiceBusOutput(Queues.TransferFellDue, Connection = StorageNames.ServiceBus)]
    public async Task<TransferFellDue[]> Run([TimerTrigger("0 10/10 17-22 * * *")] TimerInfo timer, CancellationToken stop)
    {
        var due = new List<TransferFellDue>();
        await foreach (var (id, day, dueOn) in agenda.Until(Today.Of(clock.GetUtcNow()), stop))
        {
            due.Add(new TransferFellDue(id.Value, day, dueOn));
            if (due.Count == Most)
                break;
        }

        Telemetry.Due(due.Count);
        return [.. due];
    }
}
