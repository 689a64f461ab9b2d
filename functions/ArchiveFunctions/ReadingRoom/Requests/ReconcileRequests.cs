using Archive;
using Archive.ReadingRoom.Requests;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>
/// Announces again the approved requests of which nothing has been delivered: messages get lost, processes get killed between a write and its message.
/// And takes rows out of the list of open requests that a killed run left there.
/// </summary>
public sealed class ReconcileRequests(RequestTable requests, TimeProvider clock)
{
    /// <summary>Longer than the way of a message, and than the writing of a request.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs every ten minutes.</summary>
    [Function(nameof(ReconcileRequests))]
    [ServiceBusOutput(Queues.RequestApproved, Connection = StorageNames.ServiceBus)]
    public async Task<RequestApproved[]> Run([TimerTrigger("0 7/10 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        var before = clock.GetUtcNow() - Patience;
        await requests.Tidy(before, stop);
        return await requests.Open(stop).Where(request => request.Status == RequestStatus.Preparing && request.SettledAt < before)
            .Select(request => new RequestApproved(request.Id, request.Version)).ToArrayAsync(stop);
    }
}
