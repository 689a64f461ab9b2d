using System.Text.Json;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>What lies on a dead-letter queue.</summary>
/// <param name="Body">The message's text.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="Description">The type of the last failure; never its words, which may quote a record.</param>
/// <param name="DeliveryCount">How often it was delivered.</param>
internal sealed record DeadLetter(string Body, string Reason, string Description, int DeliveryCount)
{
    /// <summary>Service Bus's own word.</summary>
    public const string TooManyDeliveries = "MaxDeliveryCountExceeded";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The JSON of a message given up for too many deliveries. ASCII, so its length is its size.</summary>
    public static string Wrap(string body, int deliveries, string description) =>
        JsonSerializer.Serialize(new DeadLetter(body, TooManyDeliveries, description, deliveries), Json);
}
