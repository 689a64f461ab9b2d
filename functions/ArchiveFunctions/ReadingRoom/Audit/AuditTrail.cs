using System.Collections.Concurrent;
using System.Security.Cryptography;
using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Arrangement;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>
/// Where acts are noted, before they take effect. Entries are inserted and never written over. Where an entry cannot be written the caller gets the
/// exception and must go no further: what is restricted is then not served, and nothing is decided (OWASP ASVS 16.2, 16.5). Reads of what is public
/// are not noted; they are the bulk, and concern nobody.
/// </summary>
public sealed class AuditTrail(TableServiceClient tables, TimeProvider clock)
{
    /// <summary>Readings remembered at most, so that the parts of a document cost one insert.</summary>
    private const int Most = 4096;

    private readonly TableClient table = tables.GetTableClient(StorageNames.Audit);
    private readonly ConcurrentDictionary<AuditKey, bool> readings = new();

    /// <summary>Notes an act that a person sets about now.</summary>
    /// <param name="act">What.</param>
    /// <param name="caller">Who.</param>
    /// <param name="about">The id of what it is about.</param>
    /// <param name="detail">What else matters; nothing a caller may not know, no secret.</param>
    /// <param name="stop">Stops.</param>
    public Task Note(AuditAct act, Caller caller, string about, string? detail, CancellationToken stop)
    {
        var entry = AuditEntry.Of(act, caller, about, detail, clock.GetUtcNow());
        return Insert(AuditKey.Of(entry, RandomNumberGenerator.GetHexString(16, lowercase: true)), entry, stop);
    }

    /// <summary>
    /// Notes an act out of a message, which may come twice: by its own moment and words, so that it stands here once. One whose day is over by now
    /// stands under today, with its own moment in it, because a day that is over is closed and sealed.
    /// </summary>
    /// <param name="act">What.</param>
    /// <param name="person">Who, as the message's subject has it.</param>
    /// <param name="about">The id of what it is about.</param>
    /// <param name="detail">What else matters.</param>
    /// <param name="at">When it was done, as it is stored; the same at each redelivery.</param>
    /// <param name="stop">Stops.</param>
    public async Task NoteOnce(AuditAct act, Caller person, string about, string? detail, DateTimeOffset at, CancellationToken stop)
    {
        var entry = AuditEntry.Of(act, person, about, detail, at);
        var (key, today) = (AuditKey.OfOnce(entry), entry with { At = clock.GetUtcNow() });
        if (entry.Day == today.Day)
            await Insert(key, entry, stop);
        else if (!(await table.GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, [nameof(TableEntity.RowKey)], stop)).HasValue)
            await Insert(key with { Partition = AuditKey.PartitionOf(today.Day, act) }, entry, stop);
    }

    /// <summary>Notes that a record is read, unless that is anybody's to read. What one person reads of one record within a minute is one entry.</summary>
    public ValueTask NoteReading(AuditAct act, Caller caller, ArchiveRecord record, CancellationToken stop) => IsAnybodys(act, record)
        ? ValueTask.CompletedTask
        : new ValueTask(Reading(AuditEntry.Of(act, caller, record.Id.Value, null, clock.GetUtcNow()), stop));

    /// <summary>
    /// Notes a search that found or counted what is restricted; others are nobody's business, nor is what an agency discloses to anybody who asks.
    /// </summary>
    public ValueTask NoteSearch(Caller caller, CatalogueRequest asked, CataloguePage found, CancellationToken stop) => found.HasRestricted && Visibility.SeesRestricted(caller)
        ? new ValueTask(Note(AuditAct.SearchedRestricted, caller, "records", SearchWords.Of(asked), stop))
        : ValueTask.CompletedTask;

    /// <summary>
    /// Notes that somebody is refused. What one person is refused of one thing within a minute is one entry. It is inserted each time all the same: a
    /// refusal then costs one request to storage, whatever was noted before, and nothing can be told from what it costs.
    /// </summary>
    /// <param name="function">What they tried, as <see cref="Permissions"/> names it.</param>
    /// <param name="caller">Who, signed in.</param>
    /// <param name="about">What it was about, as they named it.</param>
    /// <param name="stop">Stops.</param>
    public Task NoteRefusal(string function, Caller caller, string about, CancellationToken stop)
    {
        var entry = AuditEntry.Of(AuditAct.WasRefused, caller, about, function, clock.GetUtcNow());
        return Insert(AuditKey.OfReading(entry), entry, stop);
    }

    /// <summary>Notes that somebody else looks at what is personal of a reader, or of several on a list. Within a minute it is one entry; one's own is one's own.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="reader">The reader (<see cref="RecordId.ForReader"/>), or the list.</param>
    /// <param name="request">The request they are looked at for; null for a list.</param>
    /// <param name="stop">Stops.</param>
    public ValueTask NoteReader(Caller caller, string reader, string? request, CancellationToken stop) => reader == RecordId.ForReader(caller.Subject)
        ? ValueTask.CompletedTask
        : new ValueTask(Reading(AuditEntry.Of(AuditAct.ReadAccount, caller, reader, request, clock.GetUtcNow()), stop));

    /// <summary>Notes that a dossier is read whose page shows what is restricted.</summary>
    internal ValueTask NoteDossier(Caller caller, OpenedDossier opened, CancellationToken stop) =>
        opened.Documents.Any(document => document.Opened is { Sight: Sight.Whole, Record.Access: not AccessMode.Public }) && Visibility.SeesRestricted(caller)
            ? new ValueTask(Note(AuditAct.SearchedRestricted, caller, "dossier", opened.Dossier.FileCode, stop))
            : ValueTask.CompletedTask;

    private static bool IsAnybodys(AuditAct act, ArchiveRecord record) =>
        record.Access == AccessMode.Public || (act == AuditAct.ReadRestricted && Visibility.ReadersOf(record).Contains(Visibility.Anyone));

    private async Task Reading(AuditEntry entry, CancellationToken stop)
    {
        var key = AuditKey.OfReading(entry);
        if (readings.ContainsKey(key))
            return;

        await Insert(key, entry, stop);
        if (readings.Count >= Most)
            readings.Clear();
        readings[key] = true;
    }

    /// <summary>A key that is taken holds this entry: by an earlier delivery, another instance, or a write of ours whose answer was lost.</summary>
    private Task<int> Insert(AuditKey key, AuditEntry entry, CancellationToken stop) => Limit.Within(
        async ending =>
        {
            try
            {
                return (await table.AddEntityAsync(AuditRow.Of(key, entry), ending)).Status;
            }
            catch (RequestFailedException noted) when (noted.Status == 409 && noted.ErrorCode == TableErrorCode.EntityAlreadyExists)
            {
                return noted.Status;
            }
        },
        clock,
        stop);
}
