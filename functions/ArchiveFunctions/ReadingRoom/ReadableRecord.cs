using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A record row and, once somebody has asked for it, its JSON in each language.</summary>
public sealed class ReadableRecord(ArchiveRecord record)
{
    private readonly ConcurrentDictionary<string, RecordJson> written = new();

    /// <summary>The row.</summary>
    public ArchiveRecord Record => record;

    /// <summary>Its JSON in a language.</summary>
    internal RecordJson In(CultureInfo language) => written.GetOrAdd(language.Name, static (_, from) => RecordJson.Of(from.Record, from.Language), (Record: record, Language: language));
}

/// <summary>A record's JSON, ready to be sent.</summary>
/// <param name="Bytes">UTF-8.</param>
/// <param name="ETag">A strong validator over those bytes.</param>
internal sealed record RecordJson(byte[] Bytes, string ETag)
{
    public static RecordJson Of(ArchiveRecord record, CultureInfo language)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(RecordView.Of(record, language), ReadingRoomJson.Letters.RecordView);
        return new RecordJson(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
    }
}
