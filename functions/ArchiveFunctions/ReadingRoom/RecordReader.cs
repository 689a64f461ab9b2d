using System.Collections.Concurrent;
using Archive.Records;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// Reads record rows for readers, keeping each for two seconds, so that a record everybody looks at costs one point read and one
/// serialisation and not thousands. The price: a change, and a withdrawal, is seen up to two seconds late. What a caller may see is decided
/// anew for each request, and what is not there is never remembered, so that a new record shows at once.
/// </summary>
public sealed class RecordReader(RecordTable records, TimeProvider clock)
{
    /// <summary>How late a change may be seen.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    /// <summary>Rows kept at most; at some 20 KB each with their JSON, 40 MB.</summary>
    private const int Most = 2048;

    private readonly ConcurrentDictionary<RecordId, Reading> kept = new();

    /// <summary>The record, or null. Callers who ask for the same one at the same time wait for one read.</summary>
    public async ValueTask<ReadableRecord?> Find(RecordId id, CancellationToken stop)
    {
        var now = clock.GetTimestamp();
        if (!kept.TryGetValue(id, out var reading) || clock.GetElapsedTime(reading.Began, now) >= Lifetime)
            reading = Renew(id, reading, now);

        try
        {
            var record = await reading.Row.Value.WaitAsync(stop);
            if (record is null)
                Forget(id, reading);
            return record;
        }
        catch (Exception) when (reading.Row.Value.IsFaulted || reading.Row.Value.IsCanceled)
        {
            Forget(id, reading);
            throw;
        }
    }

    /// <summary>
    /// The record if it opens, else null. A kept one that does not open is read once more: whoever may not know of it waits as long, and costs as many
    /// requests, as whoever asks for what is not there.
    /// </summary>
    public async ValueTask<ReadableRecord?> FindFor(RecordId id, Func<ArchiveRecord, bool> opens, CancellationToken stop)
    {
        var wasKept = kept.TryGetValue(id, out var reading) && clock.GetElapsedTime(reading.Began) < Lifetime;
        var found = await Find(id, stop);
        if (found is null || opens(found.Record))
            return found;
        if (!wasKept)
            return null;

        Forget(id, reading!);
        return await Find(id, stop) is { } again && opens(again.Record) ? again : null;
    }

    /// <summary>A new reading, unless another caller began one just now.</summary>
    private Reading Renew(RecordId id, Reading? old, long now)
    {
        var renewed = new Reading(now, new Lazy<Task<ReadableRecord?>>(() => Load(id)));
        if (old is not null)
            return kept.TryUpdate(id, renewed, old) ? renewed : kept.GetValueOrDefault(id, renewed);

        if (kept.Count >= Most)
            MakeRoom(now);
        return kept.GetOrAdd(id, renewed);
    }

    /// <summary>Not cancelled with the caller who happened to come first; it has a limit of its own.</summary>
    private Task<ReadableRecord?> Load(RecordId id) => Limit.Within(
        async stop => await records.Find(id, stop) is { } held ? new ReadableRecord(held.Record) : null,
        clock,
        CancellationToken.None);

    private void MakeRoom(long now)
    {
        foreach (var (id, reading) in kept)
        {
            if (clock.GetElapsedTime(reading.Began, now) >= Lifetime)
                Forget(id, reading);
        }

        if (kept.Count >= Most)
            kept.Clear();
    }

    private void Forget(RecordId id, Reading reading) => kept.TryRemove(KeyValuePair.Create(id, reading));

    private sealed record Reading(long Began, Lazy<Task<ReadableRecord?>> Row);
}
