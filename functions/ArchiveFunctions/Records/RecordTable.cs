using System.Globalization;
using System.Runtime.CompilerServices;
using Archive.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Records;

/// <summary>A record as the table holds it.</summary>
/// <param name="Record">The state row.</param>
/// <param name="Tag">Its ETag: a change is written against it, so that of two changes one fails and is redelivered.</param>
public sealed record Held(ArchiveRecord Record, ETag Tag);

/// <summary>A record with its extracted text.</summary>
/// <param name="Record">The state row.</param>
/// <param name="Text">The text; empty when there is none or it has not been read yet.</param>
/// <param name="ChangedAt">When the row was last written, by the service's clock.</param>
public sealed record RecordText(ArchiveRecord Record, string Text, DateTimeOffset? ChangedAt);

/// <summary>Part of a record's journal, oldest first.</summary>
/// <param name="Events">The events.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record JournalPage(IReadOnlyList<JournalEvent> Events, string? Continuation);

/// <summary>
/// The records. Everything of one record lies in one partition (<c>record</c>, <c>text</c>, <c>statement-…</c>, <c>event-…</c>), so that the
/// state and the journal line that explains it are written in one transaction: no crash can part them.
/// </summary>
public sealed class RecordTable(TableServiceClient tables)
{
    private const string State = "record";
    private const string Text = "text";
    private const string Event = "event-";
    private readonly TableClient table = tables.GetTableClient(StorageNames.Records);

    /// <summary>The record's state, or null. One point read.</summary>
    public async Task<Held?> Find(RecordId id, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.Value, State, cancellationToken: stop);
        return row.HasValue ? new Held(RowText.Read<RecordBody>(row.Value!).ToRecord(), row.Value!.ETag) : null;
    }

    /// <summary>The record and its text, or null. One range query over its partition.</summary>
    public async Task<RecordText?> FindWithText(RecordId id, CancellationToken stop)
    {
        var rows = table.QueryAsync<TableEntity>(row => row.PartitionKey == id.Value && row.RowKey.CompareTo(State) >= 0 && row.RowKey.CompareTo(Text) <= 0, cancellationToken: stop);
        await foreach (var found in WithText(rows, stop))
            return found;
        return null;
    }

    /// <summary>
    /// The ids of all records above one, or of all, ascending letter by letter: the order of partition keys, which Table storage promises
    /// for its answers and which a rebuild goes on by. Only keys are read, page by page.
    /// </summary>
    public async IAsyncEnumerable<RecordId> Ids(RecordId? above, [EnumeratorCancellation] CancellationToken stop)
    {
        var from = above?.Value ?? "";
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(from) > 0 && row.RowKey == State, select: [nameof(TableEntity.PartitionKey)], cancellationToken: stop))
            yield return RecordId.Parse(row.PartitionKey);
    }

    /// <summary>The states of records whose ids lie between two texts, by id: a part of the table is read, page by page.</summary>
    /// <param name="after">Ids greater than this.</param>
    /// <param name="before">Ids less than this.</param>
    /// <param name="stop">Stops.</param>
    public async IAsyncEnumerable<Held> Between(string after, string before, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(after) > 0 && row.PartitionKey.CompareTo(before) < 0 && row.RowKey == State, cancellationToken: stop))
            yield return new Held(RowText.Read<RecordBody>(row).ToRecord(), row.ETag);
    }

    /// <summary>The record's journal from a continuation on, oldest first.</summary>
    /// <exception cref="FormatException">The continuation was not given out by this method.</exception>
    public async Task<JournalPage> Journal(RecordId id, string? continuation, int size, CancellationToken stop)
    {
        var from = continuation is null ? Event : Event + CheckedPosition(continuation);
        var rows = table.QueryAsync<TableEntity>(row => row.PartitionKey == id.Value && row.RowKey.CompareTo(from) > 0 && row.RowKey.CompareTo(State) < 0, size + 1, cancellationToken: stop);
        var page = new List<TableEntity>();
        await foreach (var row in rows)
        {
            page.Add(row);
            if (page.Count > size)
                break;
        }

        var events = page.Take(size).Select(RowText.Read<JournalEvent>).ToList();
        return new JournalPage(events, page.Count > size ? page[size - 1].RowKey[Event.Length..] : null);
    }

    /// <summary>
    /// Writes a new record with its first journal lines, or finds that it is held: then nothing is written and the held one is returned.
    /// </summary>
    public async Task<Held?> Create(ArchiveRecord record, IReadOnlyList<JournalEvent> events, byte[]? statement, CancellationToken stop)
    {
        List<TableTransactionAction> actions = [new(TableTransactionActionType.Add, StateRow(record)), .. History(record, events, statement)];
        try
        {
            await table.SubmitTransactionAsync(actions, stop);
            return null;
        }
        catch (TableTransactionFailedException held) when (held.Status == 409)
        {
            return await Find(record.Id, stop) ?? throw new InvalidDataException($"Record {record.Id} has journal lines but no state row.", held);
        }
    }

    /// <summary>Writes the next version of a record with the journal lines that explain it and, where given, its text; returns it.</summary>
    /// <exception cref="RequestFailedException">412: the row has changed since it was read; read again and decide anew.</exception>
    /// <exception cref="ArgumentException">The text does not fit (<see cref="Fit"/>).</exception>
    public async Task Amend(Held held, ArchiveRecord next, IReadOnlyList<JournalEvent> events, byte[]? statement, string? text, CancellationToken stop)
    {
        if (next.Version != held.Record.Version + 1)
            throw new ArgumentException($"Version {next.Version} does not follow {held.Record.Version}.", nameof(next));

        List<TableTransactionAction> actions = [new(TableTransactionActionType.UpdateReplace, StateRow(next), held.Tag), .. History(next, events, statement)];
        if (text is not null)
            actions.Add(new(TableTransactionActionType.UpsertReplace, TextRow(next.Id, text)));
        await table.SubmitTransactionAsync(actions, stop);
    }

    private static TableEntity StateRow(ArchiveRecord record)
    {
        var row = new TableEntity(record.Id.Value, State)
        {
            ["Agency"] = record.Agency.Value,
            ["Version"] = record.Version,
            ["Status"] = record.Status.ToString(),
            ["Custody"] = record.Custody.ToString(),
        };
        RowText.Write(row, RecordBody.Of(record));
        return row;
    }

    /// <summary>As much of a text as fits into its row compressed; what does not is cut by halves. Its full form is the document in the vault.</summary>
    public static string Fit(string text)
    {
        while (!RowText.Fits(text))
            text = text[..(text.Length / 2)];
        return text;
    }

    private static TableEntity TextRow(RecordId id, string text)
    {
        var row = new TableEntity(id.Value, Text);
        RowText.Compress(row, text);
        return row;
    }

    /// <summary>Journal rows are named by the version they came with: written twice they collide instead of doubling.</summary>
    private static IEnumerable<TableTransactionAction> History(ArchiveRecord record, IReadOnlyList<JournalEvent> events, byte[]? statement)
    {
        foreach (var (index, journalled) in events.Index())
        {
            var row = new TableEntity(record.Id.Value, string.Create(CultureInfo.InvariantCulture, $"{Event}{record.Version:D6}-{index:D2}"));
            RowText.Write(row, journalled);
            yield return new(TableTransactionActionType.Add, row);
        }

        if (statement is not null)
            yield return new(TableTransactionActionType.Add, new TableEntity(record.Id.Value, string.Create(CultureInfo.InvariantCulture, $"statement-{record.Version:D6}")) { ["Bytes"] = statement });
    }

    private static async IAsyncEnumerable<RecordText> WithText(AsyncPageable<TableEntity> rows, [EnumeratorCancellation] CancellationToken stop)
    {
        ArchiveRecord? record = null;
        DateTimeOffset? changed = null;
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (row.RowKey == State)
            {
                if (record is not null)
                    yield return new RecordText(record, "", changed);
                (record, changed) = (RowText.Read<RecordBody>(row).ToRecord(), row.Timestamp);
            }
            else if (row.RowKey == Text && record is not null)
            {
                yield return new RecordText(record, RowText.Decompress(row), changed);
                record = null;
            }
        }

        if (record is not null)
            yield return new RecordText(record, "", changed);
    }

    private static string CheckedPosition(string continuation) =>
        continuation.Length == 9 && continuation.All(letter => char.IsAsciiDigit(letter) || letter == '-')
            ? continuation
            : throw new FormatException("The continuation is not one of this list.");
}
