using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using Azure;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>What a reader's word came to.</summary>
public abstract record Received
{
    private Received()
    {
    }

    /// <summary>The request stands.</summary>
    /// <param name="Request">As it is held.</param>
    /// <param name="IsNew">Whether it was written just now.</param>
    public sealed record Stands(CopyRequest Request, bool IsNew) : Received;

    /// <summary>Values are at fault.</summary>
    public sealed record Faulty(IReadOnlyList<string> Errors) : Received;

    /// <summary>It may not be.</summary>
    public sealed record Problem(ProblemCode Code) : Received;
}

/// <summary>The readers' side of requests, the same for pages and for programs.</summary>
public sealed class RequestCounter(RequestTable requests, ReaderTable readers, RecordReader records, RequestRules rules, TimeProvider clock)
{
    /// <summary>Takes a request in; sent twice under one key, it is one.</summary>
    public async Task<Received> Ask(RequestForm form, Caller caller, CancellationToken stop)
    {
        var asked = form.Tidied();
        var account = await readers.Find(RecordId.ForReader(caller.Subject), stop);
        return Asking.Judge(asked, account, await Visible(asked.RecordIds, caller, stop), rules, clock.GetUtcNow()) switch
        {
            Asking.Asked { Request: var request } => await Keep(request, stop),
            Asking.Refused refused => new Received.Faulty(refused.Errors),
            Asking.RecordUnknown => new Received.Problem(ProblemCode.NotFound),
            _ => new Received.Problem(ProblemCode.AccountMissing),
        };
    }

    /// <summary>A reader's own request; null for what is not theirs.</summary>
    public async Task<CopyRequest?> Own(string id, Caller caller, CancellationToken stop) =>
        RequestTable.IsId(id) && await requests.Find(id, stop) is { Request: var request } && request.Reader == RecordId.ForReader(caller.Subject) ? request : null;

    /// <summary>Takes a reader's own request back, while nothing has been made for it.</summary>
    public async Task<Received> Withdraw(string id, Caller caller, CancellationToken stop)
    {
        if (await Own(id, caller, stop) is null)
            return new Received.Problem(ProblemCode.NotFound);

        try
        {
            return await requests.Take(id, request => RequestMoves.Withdraw(request, clock.GetUtcNow()), stop) switch
            {
                null => new Received.Problem(ProblemCode.NotFound),
                (_, RequestStep.NotOpen) => new Received.Problem(ProblemCode.RequestNotOpen),
                var (request, _) => new Received.Stands(request, IsNew: false),
            };
        }
        catch (RequestFailedException busy) when (busy.Status == 412)
        {
            return new Received.Problem(ProblemCode.RequestBusy);
        }
    }

    /// <summary>The records of these names, in their order; null for one this caller may not know of.</summary>
    internal async Task<IReadOnlyList<ArchiveRecord?>> Visible(IReadOnlyList<string> ids, Caller caller, CancellationToken stop) => ids.Count > CopyRequest.MostRecords ? [] : await Task.WhenAll(ids.Select(async id =>
        RecordId.TryParse(id, out var parsed) && await records.Find(parsed, stop) is { } found && Visibility.MaySeeMetadata(found.Record, caller) ? found.Record : null));

    private async Task<Received> Keep(CopyRequest request, CancellationToken stop) => await requests.Create(request, stop) switch
    {
        null => new Received.Stands(request, IsNew: true),
        { Request: var held } when Asking.IsSame(held, request) => new Received.Stands(held, IsNew: false),
        _ => new Received.Problem(ProblemCode.RequestExists),
    };
}
