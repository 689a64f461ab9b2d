using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Archive.Records;
using Azure.Data.Tables;

namespace ArchiveFunctions.Records;

/// <summary>
/// Long values in table rows. A string property holds 32 K letters and a binary one 64 KiB, so long values are cut into numbered
/// properties: JSON as it is, for people who open the table; extracted text compressed, as it is the bulk of an archive's rows.
/// </summary>
internal static class RowText
{
    private const int LettersPerProperty = 32_000;
    private const int BytesPerProperty = 64 * 1024;

    /// <summary>Compressed bytes that fit into one row (1 MiB) beside its keys, also where the row is counted as it is sent, in base64.</summary>
    private const int MostCompressed = 11 * BytesPerProperty;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new AgencyCodes() },
    };

    public static void Write<T>(TableEntity row, T value)
    {
        var json = JsonSerializer.Serialize(value, Json);
        for (var (part, at) = (0, 0); at < json.Length; part++, at += LettersPerProperty)
            row[$"Body{part}"] = json.Substring(at, Math.Min(LettersPerProperty, json.Length - at));
    }

    public static T Read<T>(TableEntity row) =>
        JsonSerializer.Deserialize<T>(string.Concat(Parts(row, "Body").Select(part => (string)part)), Json)
            ?? throw new InvalidDataException($"Row {row.PartitionKey}/{row.RowKey} has no body.");

    /// <summary>Whether a text fits into a row. Only long ones need compressing to tell: no letter takes more than three bytes.</summary>
    public static bool Fits(string text) => text.Length < MostCompressed / 4 || Compressed(text).Length <= MostCompressed;

    /// <summary>Compresses a text that fits into a row.</summary>
    public static void Compress(TableEntity row, string text)
    {
        var packed = Compressed(text);
        if (packed.Length > MostCompressed)
            throw new ArgumentException($"A text of {text.Length} letters does not fit into a row.", nameof(text));
        foreach (var (part, bytes) in packed.Chunk(BytesPerProperty).Index())
            row[$"Text{part}"] = bytes;
    }

    public static string Decompress(TableEntity row)
    {
        using var packed = new MemoryStream([.. Parts(row, "Text").SelectMany(part => (byte[])part)]);
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Compressed(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static IEnumerable<object> Parts(TableEntity row, string name)
    {
        for (var part = 0; row.TryGetValue($"{name}{part}", out var value); part++)
            yield return value;
    }

    /// <summary>An agency is its code.</summary>
    private sealed class AgencyCodes : JsonConverter<AgencyCode>
    {
        public override AgencyCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => AgencyCode.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, AgencyCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
