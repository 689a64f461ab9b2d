using System.Collections;
using EmbeddedHost.Triggers.Connections;
using EmbeddedHost.Triggers.Discovery;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>Sends what functions return, to the storage queues that play the entities.</summary>
internal sealed class OutputSender(StorageConnections connections, Doorbells doorbells, Subscriptions subscriptions, ILogger<OutputSender> log)
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>Sends all messages of a result, in the order of its outputs; fails when one cannot be sent.</summary>
    public async Task SendAsync(FunctionDefinition function, object? result, CancellationToken stop)
    {
        if (result is null)
            return;

        foreach (var output in function.Outputs)
        {
            foreach (var body in Bodies(output.Read(result)))
                await SendAsync(output, body, stop);
        }
    }

    /// <summary>Puts one text on a queue and wakes its receiver.</summary>
    public async Task SendAsync(string connection, string queue, string body, CancellationToken stop)
    {
        await connections.Queue(connection, queue).SendMessageAsync(MessageBody.Encode(queue, body, System.Diagnostics.Activity.Current?.Id), visibilityTimeout: null, Forever, stop);
        doorbells.Of(connection, queue).Ring();
    }

    private async Task SendAsync(OutputBinding output, string body, CancellationToken stop)
    {
        var queues = output.IsTopic ? subscriptions.Of(output.Connection, output.Entity) : [output.Entity];
        if (queues.Count == 0)
            Log.NobodySubscribes(log, output.Entity);
        foreach (var queue in queues)
            await SendAsync(output.Connection, queue, body, stop);
    }

    private static IEnumerable<string> Bodies(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable many => many.Cast<object?>().OfType<object>().Select(MessageBody.Write),
        _ => [MessageBody.Write(value)],
    };
}
