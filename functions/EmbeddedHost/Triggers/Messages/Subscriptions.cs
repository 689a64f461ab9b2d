using EmbeddedHost.Triggers.Discovery;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>Which queues stand for the subscriptions of a topic: those the app's own functions take from.</summary>
internal sealed class Subscriptions(IEnumerable<FunctionDefinition> functions)
{
    private readonly ILookup<(string, string), string> queues = functions
        .Select(function => function.Trigger)
        .OfType<Trigger.ServiceBus>()
        .Where(trigger => trigger.Topic is not null)
        .DistinctBy(trigger => (trigger.Connection, trigger.Entity))
        .ToLookup(trigger => (trigger.Connection, trigger.Topic!), trigger => trigger.Entity);

    public IReadOnlyCollection<string> Of(string connection, string topic) => [.. queues[(connection, topic)]];
}
