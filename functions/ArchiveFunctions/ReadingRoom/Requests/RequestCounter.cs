using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
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
public sealed class RequestCounter(RequestTable requests, ReaderTable readers, OpenedRecords records, RequestRules rules, Refusals refusals, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Takes a request in; sent twice under one key, it is one.</summary>
    public async Task<Received> Ask(RequestForm form, Caller caller, CancellationToken stop)
    {
        var asked = form.Tidied();
        var account = await readers.Find(RecordId.ForReader(caller.Subject), stop);
        var visible = await Visible(asked.RecordIds, caller, stop);
        return Asking.Judge(asked, account, visible, rules, clock.GetUtcNow()) switch
        {
            Asking.Asked { Request: var request } => await Keep(request, caller, stop),
            Asking.Refused refused => new Received.Faulty(refused.Errors),
            Asking.RecordUnknown => await NotThere("AskForCopies", caller, string.Join(' ', asked.RecordIds.Zip(visible).Where(one => one.Second is null).Select(one => one.First)), stop),
            _ => new Received.Problem(ProblemCode.AccountMissing),
        };
    }

    /// <summary>A reader's own request; null for what is not theirs, and then it is noted who asked for it.</summary>
    public async Task<CopyRequest?> Own(string act, string id, Caller caller, CancellationToken stop)
    {
        if (RequestTable.IsId(id) && await requests.Find(id, stop) is { Request: var request } && request.Reader == RecordId.ForReader(caller.Subject))
            return request;
        await refusals.Note(act, caller, id, stop);
        return null;
    }

    /// <summary>Takes a reader's own request back, while nothing has been made for it.</summary>
    public async Task<Received> Withdraw(string id, Caller caller, CancellationToken stop)
    {
        if (await Own("WithdrawRequest", id, caller, stop) is null)
            return new Received.Problem(ProblemCode.NotFound);

        try
        {
            return await requests.Take(id, request => RequestMoves.Withdraw(request, clock.GetUtcNow()), stop, _ => audit.Note(AuditAct.Withdrew, caller, id, null, stop)) switch
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

    /// <summary>The records of these names, in their order; as this caller sees them, and null for one they may not know of.</summary>
    internal async Task<IReadOnlyList<ArchiveRecord?>> Visible(IReadOnlyList<string> ids, Caller caller, CancellationToken stop) => ids.Count > CopyRequest.MostRecords ? [] : await Task.WhenAll(ids.Select(async id =>
        (await records.Find(id, caller, stop))?.Record));

    private async Task<Received> NotThere(string act, Caller caller, string about, CancellationToken stop)
    {
        await refusals.Note(act, caller, about, stop);
        return new Received.Problem(ProblemCode.NotFound);
    }

    private async Task<Received> Keep(CopyRequest request, Caller caller, CancellationToken stop)
    {
        var held = (await requests.Find(request.Id, stop))?.Request ?? await Write(request, caller, stop);
        return held is null ? new Received.Stands(request, IsNew: true)
            : Asking.IsSame(held, request) ? new Received.Stands(held, IsNew: false)
            : new Received.Problem(ProblemCode.RequestExists);
    }

    /// <summary>Writes it, or finds that the same form was faster.</summary>
    private async Task<CopyRequest?> Write(CopyRequest request, Caller caller, CancellationToken stop)
    {
        await audit.Note(AuditAct.Asked, caller, request.Id, request.Named, stop);
        return (await requests.Create(request, stop))?.Request;
    }
}
