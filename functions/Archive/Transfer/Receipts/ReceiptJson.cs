using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Archive.Records;

namespace Archive.Transfer.Receipts;

/// <summary>The JSON of receipts: Vietnamese letters as letters, nothing unknown, nothing twice.</summary>
internal static class ReceiptJson
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Never inside a web page; control letters are still escaped.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new TextConverter<AgencyCode>(text => AgencyCode.TryParse(text, out var code) ? code : null, code => code.Value),
            new TextConverter<RecordId>(text => RecordId.TryParse(text, out var id) ? id : null, id => id.Value),
            new TextConverter<Sha256Digest>(text => Sha256Digest.TryParse(text, out var digest) ? digest : null, digest => digest.Value),
        },
    };

    private static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Plain);

    /// <summary>The value, or null where the bytes are not exactly one.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Plain);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>JSON with a line for each value, two spaces in; <c>null</c> for what is no JSON.</summary>
    public static string Indented(byte[]? json)
    {
        try
        {
            return json is null ? "null" : JsonSerializer.Serialize(JsonNode.Parse(json), Lines).ReplaceLineEndings("\n  ");
        }
        catch (JsonException)
        {
            return "null";
        }
    }

    private sealed class TextConverter<T>(Func<string?, T?> read, Func<T, string> write) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && read(reader.GetString()) is { } value ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
