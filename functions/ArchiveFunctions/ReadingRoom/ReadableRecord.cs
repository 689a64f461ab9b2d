using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Archive.Records;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A record row and, once somebody has asked for it, its JSON in each language.</summary>
public sealed class ReadableRecord(ArchiveRecord record)
{
    private readonly ConcurrentDictionary<(string Language, bool WithPermit), RecordJson> written = new();

    private volatile Task<JournalPage>? history;

    /// <summary>The row.</summary>
    public ArchiveRecord Record => record;

    /// <summary>
    /// The first lines of its journal, read once for as long as the row is kept: the journal grows only with the row. Not cancelled with the caller who
    /// happened to come first.
    /// </summary>
    internal Task<JournalPage> History(Func<Task<JournalPage>> read, CancellationToken stop)
    {
        if (history is not { IsFaulted: false, IsCanceled: false } reading)
            history = reading = read();
        return reading.WaitAsync(stop);
    }

    /// <summary>Its JSON in a language, with or without what is not for every reader.</summary>
    internal RecordJson In(CultureInfo language, bool withPermit) => written.GetOrAdd(
        (language.Name, withPermit), static (key, from) => RecordJson.Of(from.Record, from.Language, key.WithPermit), (Record: record, Language: language));
}

/// <summary>A record's JSON, ready to be sent.</summary>
/// <param name="Bytes">UTF-8.</param>
/// <param name="ETag">A strong validator over those bytes.</param>
internal sealed record RecordJson(byte[] Bytes, string ETag)
{
    public static RecordJson Of(ArchiveRecord record, CultureInfo language, bool withPermit)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(RecordView.Of(record, language, withPermit), ReadingRoomJson.Letters.RecordView);
        return new RecordJson(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
    }
}
