using System.Text.Json;
using System.Text.Unicode;
using Archive.Records;

namespace Archive.Description;

/// <summary>
/// The description beside an upload (<c>name.ext.metadata.json</c>): one JSON object with the document fields of TT 05/2025, or the same under
/// their TT 02/2019 or NĐ 30/2020 names, and <c>sha256</c> and <c>size</c> of the document.
/// </summary>
public static class Sidecar
{
    /// <summary>The largest a sidecar may be, in bytes: all fields at their limits, several times over.</summary>
    public const int MaxBytes = 60 * 1024;

    /// <summary>Where its statements were seen.</summary>
    internal const string Where = "sidecar";

    private const int MaxDepth = 4;

    /// <summary>Reads a sidecar. UTF-8, with or without a byte order mark; values are strings, numbers or booleans, for languages and recipients also lists.</summary>
    public static SidecarReading Parse(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxBytes)
            return new SidecarReading.Broken(Finding.Of(FindingCodes.SidecarTooLarge, Where, Wording.Number(json.Length), Wording.Number(MaxBytes)));
        if (json is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] or [0, _, ..] or [_, 0, ..])
            return Broken("UTF-16");
        if (json.StartsWith("\ufeff"u8))
            json = json[3..];
        if (!Utf8.IsValid(json))
            return Broken("not UTF-8");

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
            using var document = JsonDocument.ParseValue(ref reader);
            return reader.Read() ? Broken("more than one value") : Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            return Broken($"not JSON: line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}");
        }
    }

    private static SidecarReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return Broken($"not an object: {root.ValueKind}");

        var fields = new DepositorFields(Where);
        foreach (var property in root.EnumerateObject())
        {
            if (NameOf(property) is not { } name)
                return Broken("a name with half a character");
            if (FieldRules.Of(name) is not null || name.Equals("signerInfo", StringComparison.OrdinalIgnoreCase))
                Add(fields, name, property.Value);
            else
                fields.Unknown(name);
        }

        return fields.Finish();
    }

    private static void Add(DepositorFields fields, string name, JsonElement value)
    {
        var rule = FieldRules.Of(name);
        if (rule is null && value.ValueKind == JsonValueKind.Object)
            foreach (var part in value.EnumerateObject())
                fields.Add($"{name}.{NameOf(part)}", TextOf(part.Value) ?? "");
        else if (rule?.Kind == FieldKind.Codes || rule?.Name == Field.Recipients)
            AddList(fields, rule, value);
        else if (TextOf(value) is { } text)
            fields.Add(name, text);
        else
            fields.Refuse(rule?.Name ?? name, value.ValueKind.ToString(), "string, number, boolean");
    }

    /// <summary>Languages and recipients may be lists; a recipient of NĐ 30/2020 is an object with its name inside.</summary>
    private static void AddList(DepositorFields fields, FieldRule rule, JsonElement value)
    {
        var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        var texts = items.Select(item => item.ValueKind == JsonValueKind.Object ? OrganNameOf(item) : TextOf(item)).ToArray();
        if (texts.All(text => text is not null))
            fields.Add(rule.Name, string.Join("; ", texts.Where(text => text!.Length > 0)));
        else
            fields.Refuse(rule.Name, value.ValueKind.ToString(), "string, [string]");
    }

    private static string? OrganNameOf(JsonElement recipient) => recipient.EnumerateObject()
        .Where(part => string.Equals(NameOf(part), Field.OrganName, StringComparison.OrdinalIgnoreCase))
        .Select(part => TextOf(part.Value))
        .FirstOrDefault();

    /// <summary>The value as text, null being nothing said; null for what is no single value or no sound text.</summary>
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Sound(value.GetString),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        JsonValueKind.Null => "",
        _ => null,
    };

    private static string? NameOf(JsonProperty property) => Sound(() => property.Name);

    /// <summary>JSON can escape half a character (<c>\ud800</c>); the reader throws on it, to us it is an unusable value.</summary>
    private static string? Sound(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static SidecarReading.Broken Broken(string why) => new(Finding.Of(FindingCodes.SidecarBroken, Where, why));
}
