using System.Text.RegularExpressions;
using EmbeddedHost.Triggers.Discovery;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>The storage queues that play Service Bus entities.</summary>
internal static partial class QueueNames
{
    /// <summary>Where Azure announces blobs that were given up.</summary>
    public const string PoisonBlobs = "webjobs-blobtrigger-poison";

    private const string DeadLetterSuffix = "-deadletter";

    public static string DeadLetter(string entity) => entity + DeadLetterSuffix;

    public static string Poison(string queue) => queue + "-poison";

    public static string Subscription(string topic, string subscription) => $"{topic}-{subscription}";

    /// <summary>Refuses a name that no storage queue, or not its dead-letter queue, can have.</summary>
    public static void Check(BindingSite site, string name)
    {
        if (!Legal().IsMatch(name) || DeadLetter(name).Length > 63)
            throw site.Refuse($"names the queue '{name}'; supported: lower-case letters, digits and single hyphens, 3 to {63 - DeadLetterSuffix.Length} characters");
    }

    [GeneratedRegex("^(?=.{3,}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Legal();
}
