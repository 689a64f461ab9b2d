using System.Text;
using System.Text.Json;

namespace EmbeddedHost.Triggers.Messages;

/// <summary>
/// Message bodies: text as the app sees it, base64 of its UTF-8 bytes on the queue, so that any text survives; behind it, after a bar, the trace
/// context it was sent in, which Service Bus carries as a property and a storage queue has no place for.
/// </summary>
internal static class MessageBody
{
    /// <summary>What a storage queue takes, less the growth of base64 and the trace context.</summary>
    private const int LongestBytes = (48 * 1024) - 64;

    /// <summary>No letter of base64.</summary>
    private const char BeforeTrace = '|';

    /// <summary>Up to this length any body still fits when wrapped for the dead-letter queue, whatever must be escaped.</summary>
    private const int SurelyWrappable = 7 * 1024;

    private static readonly string[] Foreign = ["System", "Microsoft", "Azure"];

    private static readonly JsonSerializerOptions Reading = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Text itself, or a class or struct of the app that JSON can fill. Types of the platform and the SDKs are refused.</summary>
    public static bool IsReadable(Type type) =>
        type == typeof(string)
        || (!type.IsAbstract && !type.IsArray && !type.IsPrimitive && !type.IsEnum
            && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type)
            && !IsForeign(type.Namespace ?? string.Empty));

    /// <summary>What the function takes, from the text.</summary>
    /// <exception cref="JsonException">The text is not such JSON.</exception>
    public static object Read(string text, Type type) =>
        type == typeof(string)
            ? text
            : JsonSerializer.Deserialize(text, type, Reading) ?? throw new JsonException($"A message for {type.Name} says null.");

    /// <summary>The text of a value: text as it is, anything else as JSON with property names as declared, as the worker writes it.</summary>
    public static string Write(object value) => value as string ?? JsonSerializer.Serialize(value, value.GetType());

    /// <summary>The text as it lies on the queue.</summary>
    /// <exception cref="InvalidOperationException">It is too long for a storage queue, or would be when dead-lettered.</exception>
    public static string Encode(string queue, string text, string? trace)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > LongestBytes || (bytes.Length > SurelyWrappable && DeadLetter.Wrap(text, int.MaxValue, string.Empty).Length > LongestBytes - 512))
            throw new InvalidOperationException($"A message to '{queue}' has {bytes.Length} bytes, more than the embedded host can carry; send ids, not contents.");
        var body = Convert.ToBase64String(bytes);
        return trace is null ? body : $"{body}{BeforeTrace}{trace}";
    }

    /// <summary>The text of what lies on a queue, and its trace context; what is not base64 was put there by other tools and is taken as it is.</summary>
    public static (string Text, string? Trace) Decode(string onQueue)
    {
        var bytes = new byte[onQueue.Length];
        var bar = onQueue.LastIndexOf(BeforeTrace);
        var body = bar < 0 ? onQueue : onQueue[..bar];
        return Convert.TryFromBase64String(body, bytes, out var length)
            ? (Encoding.UTF8.GetString(bytes, 0, length), bar < 0 ? null : onQueue[(bar + 1)..])
            : (onQueue, null);
    }

    private static bool IsForeign(string space) =>
        Foreign.Any(root => space == root || space.StartsWith(root + ".", StringComparison.Ordinal));
}
