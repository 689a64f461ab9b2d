using System.Globalization;
using System.Runtime.CompilerServices;
using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>A request as the table holds it.</summary>
/// <param name="Request">The state row.</param>
/// <param name="Tag">Its ETag: a change is written against it, so that of two changes one fails.</param>
public sealed record HeldRequest(CopyRequest Request, ETag Tag);

/// <summary>A page of a list of requests.</summary>
/// <param name="Requests">The requests.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record RequestPage(IReadOnlyList<CopyRequest> Requests, string? Continuation);

/// <summary>
/// Readers' requests. The truth is a row in a partition of its own; beside it stand two lists, by reader and by due day, whose rows only point. A row
/// of a list is written before what it points to and taken out after, so that none is ever missing: whoever reads a list looks at each request itself,
/// and passes over what is not there or no longer belongs.
/// </summary>
public sealed class RequestTable(TableServiceClient tables)
{
    private const string State = "request";
    private const string OpenList = "open";
    private readonly TableClient table = tables.GetTableClient(StorageNames.Requests);

    /// <summary>Whether something can be a request's id.</summary>
    public static bool IsId(string? text) => text is { Length: 27 } && text[0] == 'q' && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>The request, or null. One point read.</summary>
    public async Task<HeldRequest?> Find(string id, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, State, cancellationToken: stop);
        return row.HasValue ? new HeldRequest(RowText.Read<CopyRequest>(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>Writes a new request, or finds that it is held: then nothing is written and the held one is returned.</summary>
    public async Task<HeldRequest?> Create(CopyRequest request, CancellationToken stop)
    {
        await table.UpsertEntityAsync(ReaderRow(request), TableUpdateMode.Replace, stop);
        await table.UpsertEntityAsync(OpenRow(request), TableUpdateMode.Replace, stop);
        try
        {
            await table.AddEntityAsync(StateRow(request), stop);
            return null;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return await Find(request.Id, stop) ?? throw new InvalidDataException($"Request {request.Id} is there and cannot be read.", there);
        }
    }

    /// <summary>Writes the next version of a request; returns it as it is held then.</summary>
    /// <exception cref="RequestFailedException">412: it has changed since it was read; read again and decide anew.</exception>
    public async Task<HeldRequest> Write(HeldRequest held, CopyRequest next, CancellationToken stop)
    {
        if (next.Version != held.Request.Version + 1)
            throw new ArgumentException($"Version {next.Version} does not follow {held.Request.Version}.", nameof(next));

        if (next.IsOpen && next.AnswerDue != held.Request.AnswerDue)
            await table.UpsertEntityAsync(OpenRow(next), TableUpdateMode.Replace, stop);
        var written = await table.UpdateEntityAsync(StateRow(next), held.Tag, TableUpdateMode.Replace, stop);
        if (!next.IsOpen || next.AnswerDue != held.Request.AnswerDue)
            await table.DeleteEntityAsync(OpenList, OpenKey(held.Request), ETag.All, stop);
        return new HeldRequest(next, written.Headers.ETag ?? throw new InvalidDataException($"Request {next.Id} was written without an ETag."));
    }

    /// <summary>Takes a step by the request as it is, and again by what it then is when others write it meanwhile.</summary>
    /// <param name="id">The request.</param>
    /// <param name="step">The step.</param>
    /// <param name="stop">Stops.</param>
    /// <param name="before">What is done before the request is written, if it is.</param>
    /// <returns>The request as it then stands and what came of the step; null when there is no such request.</returns>
    /// <exception cref="RequestFailedException">412: overtaken every time.</exception>
    public Task<(CopyRequest Request, RequestStep Step)?> Take(string id, Func<CopyRequest, RequestStep> step, CancellationToken stop, Func<CopyRequest, Task>? before = null) => Overtaken.Repeat<(CopyRequest, RequestStep)?>(async () =>
    {
        if (await Find(id, stop) is not { } held)
            return null;
        if (step(held.Request) is not RequestStep.Done done)
            return (held.Request, step(held.Request));

        await (before?.Invoke(done.Next) ?? Task.CompletedTask);
        return ((await Write(held, done.Next, stop)).Request, done);
    });

    /// <summary>
    /// Notes that what was asked for lies ready until the end of a day. For the delivering side; noted twice, or after it expired, it changes nothing.
    /// </summary>
    public Task<(CopyRequest Request, RequestStep Step)?> NoteDelivered(string id, DateTimeOffset at, DateOnly useUntil, CancellationToken stop) =>
        Take(id, request => RequestMoves.Deliver(request, at, useUntil), stop);

    /// <summary>Notes that nothing could be made, and why. For the delivering side; noted twice, it changes nothing.</summary>
    public Task<(CopyRequest Request, RequestStep Step)?> NoteNotMade(string id, IReadOnlyList<CopyObstacle> obstacles, DateTimeOffset at, CancellationToken stop) =>
        Take(id, request => RequestMoves.GiveUp(request, obstacles, at), stop);

    /// <summary>Notes that the term of use is over. For the delivering side; noted twice, it changes nothing.</summary>
    public Task<(CopyRequest Request, RequestStep Step)?> NoteExpired(string id, DateTimeOffset at, CancellationToken stop) =>
        Take(id, request => RequestMoves.Expire(request, at), stop);

    /// <summary>A reader's requests from a continuation on, newest first.</summary>
    public async Task<RequestPage> OfReader(string reader, string? after, int size, CancellationToken stop)
    {
        var from = after ?? "";
        var rows = await table.QueryAsync<TableEntity>(row => row.PartitionKey == reader && row.RowKey.CompareTo(from) > 0, size + 1, cancellationToken: stop).Take(size + 1).ToListAsync(stop);
        var found = await Task.WhenAll(rows.Take(size).Select(async row => await Find(IdIn(row), stop) is { } held && ReaderKey(held.Request) == row.RowKey ? held.Request : null));
        return new RequestPage([.. found.OfType<CopyRequest>()], rows.Count > size ? rows[size - 1].RowKey : null);
    }

    /// <summary>Requests that are open, by the day they are to be answered; first those of which nobody can tell the day.</summary>
    public async IAsyncEnumerable<CopyRequest> Open([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == OpenList, cancellationToken: stop))
        {
            if (await Find(IdIn(row), stop) is { Request: { IsOpen: true } request } && OpenKey(request) == row.RowKey)
                yield return request;
        }
    }

    /// <summary>
    /// A page of the same list, from a continuation on. It may be shorter than asked for, also where another follows: what is no longer open is passed over.
    /// </summary>
    public async Task<RequestPage> OpenPage(string? after, int size, CancellationToken stop)
    {
        var from = after ?? "";
        var rows = await table.QueryAsync<TableEntity>(row => row.PartitionKey == OpenList && row.RowKey.CompareTo(from) > 0, size + 1, cancellationToken: stop).Take(size + 1).ToListAsync(stop);
        var found = await Task.WhenAll(rows.Take(size).Select(async row => await Find(IdIn(row), stop) is { Request: { IsOpen: true } request } && OpenKey(request) == row.RowKey ? request : null));
        return new RequestPage([.. found.OfType<CopyRequest>()], rows.Count > size ? rows[size - 1].RowKey : null);
    }

    /// <summary>
    /// Takes out of the list of open requests what a run that ended too soon left there: rows, older than a moment, of requests that are not open, or that
    /// were never written.
    /// </summary>
    public async Task Tidy(DateTimeOffset before, CancellationToken stop)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == OpenList && row.Timestamp < before, cancellationToken: stop))
        {
            if (await Find(IdIn(row), stop) is not { Request: { IsOpen: true } request } || OpenKey(request) != row.RowKey)
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, stop);
        }
    }

    /// <summary>Whether a text is a place in a reader's list.</summary>
    public static bool IsContinuation(string text) => text.Split('|') is [{ Length: 19 } moment, var id] && moment.All(char.IsAsciiDigit) && IsId(id);

    /// <summary>Whether a text is a place in the list of open requests.</summary>
    public static bool IsOpenContinuation(string text) => text.Split('|') is [{ Length: 8 } day, var id] && day.All(char.IsAsciiDigit) && IsId(id);

    private static TableEntity StateRow(CopyRequest request)
    {
        var row = new TableEntity(request.Id, State) { ["Status"] = request.Status.ToString(), ["Version"] = request.Version };
        RowText.Write(row, request);
        return row;
    }

    private static TableEntity ReaderRow(CopyRequest request) => new(request.Reader, ReaderKey(request)) { ["Product"] = request.Product.ToString(), ["Records"] = string.Join(' ', request.RecordIds) };

    private static string ReaderKey(CopyRequest request) => string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - request.AskedAt.UtcTicks:D19}|{request.Id}");

    private static TableEntity OpenRow(CopyRequest request) => new(OpenList, OpenKey(request));

    private static string OpenKey(CopyRequest request) => string.Create(CultureInfo.InvariantCulture, $"{request.AnswerDue ?? DateOnly.MinValue:yyyyMMdd}|{request.Id}");

    private static string IdIn(TableEntity row) => row.RowKey.Split('|')[1];
}
