using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Fixity;

/// <summary>
/// The day has come on which a package is read again: every file of it is compared with what it was when custody moved, a portion for each message.
/// Nothing is written for what is sound but one note on the consignment, behind the last portion.
/// </summary>
public sealed class CheckFixity(ConsignmentTable consignments, PackageCheck check, FixityAgenda agenda, TimeProvider clock)
{
    /// <summary>Checks one portion and announces the next. A message for a day the consignment does not stand on is a repeated or late one.</summary>
    [Function(nameof(CheckFixity))]
    [ServiceBusOutput(Queues.FixityCheckFellDue, Connection = StorageNames.ServiceBus)]
    public async Task<FixityCheckFellDue?> Run([ServiceBusTrigger(Queues.FixityCheckFellDue, Connection = StorageNames.ServiceBus)] FixityCheckFellDue fell, CancellationToken stop)
    {
        var held = await consignments.Find(AgencyCode.Parse(fell.Agency), fell.Consignment, stop) ?? throw new InvalidDataException($"Consignment {fell.Consignment} is to be checked but is not held.");
        if (held.Consignment.NextCheck == fell.Day)
        {
            var portion = await check.Read(held, FixitySchedule.NameOf(fell.Day), fell.From, stop);
            await check.Lapse(held.Consignment, portion.Records.Where(record => record.Failed.Count > 0), stop);
            var failed = fell.Failed + portion.Failed;
            if (portion.Next is { } next)
                return fell with { From = next, Failed = failed };
            await Conclude(fell, failed, stop);
        }
        else if (held.Consignment.State == ConsignmentState.Done)
        {
            await agenda.Strike(fell.Day, held.Consignment.Agency, fell.Consignment, stop);
        }

        return null;
    }

    /// <summary>The next day goes on the agenda before the consignment says so, and the old one leaves it after: whatever is killed, it is looked for.</summary>
    private async Task Conclude(FixityCheckFellDue fell, int failed, CancellationToken stop)
    {
        var held = (await consignments.Find(AgencyCode.Parse(fell.Agency), fell.Consignment, stop))!;
        var (consignment, name, now) = (held.Consignment, FixitySchedule.NameOf(fell.Day), clock.GetUtcNow());
        var next = FixitySchedule.Next(Today.Of(now));
        await agenda.Put(next, consignment.Agency, consignment.Id, stop);
        await consignments.Write(held, consignment with { NextCheck = next, LastCheck = new CompletedCheck(name, now, failed), Damaged = consignment.DamageAfter(name) }, stop);
        await agenda.Strike(fell.Day, consignment.Agency, consignment.Id, stop);
    }
}
