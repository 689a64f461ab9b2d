using System.Text.Json;

namespace EmbeddedHost.Search;

/// <summary>A JSON object of a request. Every property must be one that is played here: an unknown one that says something is refused by name.</summary>
internal sealed class RequestBody
{
    private readonly JsonElement root;
    private readonly string what;

    public RequestBody(JsonElement root, string what, params ReadOnlySpan<string> known)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Refusal.Invalid($"{what} must be a JSON object.");
        foreach (var property in root.EnumerateObject())
        {
            if (!known.Contains(property.Name) && !property.Name.StartsWith('@') && !SaysNothing(property.Value))
                throw Refusal.NotPlayed($"'{property.Name}' in {what}");
        }

        (this.root, this.what) = (root, what);
    }

    /// <summary>A string, or null when absent.</summary>
    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    /// <summary>A string that must be there.</summary>
    public string Required(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw Refusal.Invalid($"'{name}' is missing in {what}.");

    /// <summary>A truth value, or null when absent.</summary>
    public bool? Flag(string name) => Find(name, JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    /// <summary>A number that is not negative, or null when absent.</summary>
    public int? Count(string name)
    {
        if (Find(name, JsonValueKind.Number) is not { } value)
            return null;
        return value.TryGetInt32(out var number) && number >= 0 ? number : throw Refusal.Invalid($"'{name}' in {what} must be a whole number of at least 0.");
    }

    /// <summary>A fraction, or null when absent.</summary>
    public double? Fraction(string name) => Find(name, JsonValueKind.Number)?.GetDouble();

    /// <summary>The trimmed names of a comma-separated list; empty when absent.</summary>
    public IReadOnlyList<string> Names(string name) =>
        Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The elements of an array; empty when absent.</summary>
    public IReadOnlyList<JsonElement> Items(string name) => Find(name, JsonValueKind.Array) is { } array ? [.. array.EnumerateArray()] : [];

    /// <summary>The strings of an array; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Refusal.Invalid($"'{name}' in {what} must hold strings."))];

    private static bool SaysNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private JsonElement? Find(string name, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return kinds.Contains(value.ValueKind) ? value : throw Refusal.Invalid($"'{name}' in {what} has the wrong type: {value.ValueKind}.");
    }
}
