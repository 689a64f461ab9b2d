using EmbeddedHost.Triggers.Blobs;
using EmbeddedHost.Triggers.Connections;
using EmbeddedHost.Triggers.Discovery;
using EmbeddedHost.Triggers.Messages;

namespace EmbeddedHost.Triggers;

/// <summary>Creates what the functions' attributes name and what giving up needs: queues, dead-letter and poison queues, watched containers.</summary>
internal sealed class Entities(IReadOnlyList<FunctionDefinition> functions, StorageConnections connections)
{
    public async Task CreateAsync(CancellationToken stop)
    {
        await Task.WhenAll(
            Task.WhenAll(functions.SelectMany(QueuesOf).Distinct().Select(queue => QueueAsync(queue, stop))),
            Task.WhenAll(functions.SelectMany(ContainersOf).Distinct().Select(container => ContainerAsync(container, stop))));
    }

    private async Task QueueAsync((string Connection, string Name) queue, CancellationToken stop) =>
        await connections.Queue(queue.Connection, queue.Name).CreateIfNotExistsAsync(cancellationToken: stop);

    private async Task ContainerAsync((string Connection, string Name) container, CancellationToken stop) =>
        await connections.Container(container.Connection, container.Name).CreateIfNotExistsAsync(cancellationToken: stop);

    private static IEnumerable<(string Connection, string Name)> QueuesOf(FunctionDefinition function)
    {
        var outputs = function.Outputs.Where(output => !output.IsTopic).Select(output => (output.Connection, output.Entity));
        return function.Trigger switch
        {
            Trigger.ServiceBus bus => outputs.Append((bus.Connection, bus.Entity)).Append((bus.Connection, QueueNames.DeadLetter(bus.Entity))),
            Trigger.StorageQueue queue => outputs.Append((queue.Connection, queue.Queue)).Append((queue.Connection, QueueNames.Poison(queue.Queue))),
            Trigger.Blob blob => outputs.Append((blob.Connection, QueueNames.PoisonBlobs)),
            _ => outputs,
        };
    }

    private static IEnumerable<(string Connection, string Name)> ContainersOf(FunctionDefinition function) =>
        function.Trigger is Trigger.Blob blob ? [(blob.Connection, BlobPath.Parse(blob.Path).Container)] : [];
}
