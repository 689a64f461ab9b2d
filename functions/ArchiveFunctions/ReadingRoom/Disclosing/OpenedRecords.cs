using Archive.ReadingRoom;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom.Disclosing;

/// <summary>A record as its caller sees it.</summary>
/// <param name="Readable">The record whole, with its JSON; only for who sees it so.</param>
/// <param name="Record">The record as it is seen: what is hidden is not in it.</param>
/// <param name="Sight">How much that is; never nothing.</param>
public sealed record OpenedRecord(ReadableRecord Readable, ArchiveRecord Record, Sight Sight);

/// <summary>Opens single records to callers: the one way from an id in an address to a record.</summary>
public sealed class OpenedRecords(RecordReader records, DisclosureTable disclosures)
{
    /// <summary>
    /// The record of an id as a caller sees it; null where there is none or the caller may not know of it, and then it took the same requests to say so.
    /// </summary>
    public async ValueTask<OpenedRecord?> Find(string id, Caller caller, CancellationToken stop)
    {
        if (!RecordId.TryParse(id, out var parsed))
            return null;

        var today = await disclosures.Today(stop);
        var sight = Sight.None;
        var found = await records.FindFor(parsed, record => (sight = Visibility.ViewOf(record, today, caller)) != Sight.None, stop);
        return found is null ? null : new OpenedRecord(found, Redaction.Of(found.Record, sight), sight);
    }
}
