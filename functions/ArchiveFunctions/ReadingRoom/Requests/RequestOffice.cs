using Archive;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Azure;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>What an archivist's word on a request came to.</summary>
/// <param name="Request">The request as it then stands; null where there is none.</param>
/// <param name="Problem">What kept the word from counting; null where it counts.</param>
public sealed record Answered(CopyRequest? Request, ProblemCode? Problem)
{
    /// <summary>
    /// What is to be announced: that it can be made. Also to a word said again, because the run that said it first may have ended between its write and
    /// its message.
    /// </summary>
    public RequestApproved? Announcement => this is { Problem: null, Request: { Status: RequestStatus.Preparing } request } ? new RequestApproved(request.Id, request.Version) : null;
}

/// <summary>The archivists' side of requests, the same for pages and for programs.</summary>
public sealed class RequestOffice(RequestTable requests, RecordTable records, RequestRules rules, IPayments payments, Refusals refusals, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Approves or declines. Of two who decide at once one is first, and the other is told.</summary>
    /// <param name="id">The request.</param>
    /// <param name="approved">Yes or no.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="confirmed">Whether the restriction of conditional records was weighed.</param>
    /// <param name="caller">Who decides.</param>
    /// <param name="stop">Stops.</param>
    public async Task<Answered> Decide(string id, bool approved, string? reasons, bool confirmed, Caller caller, CancellationToken stop)
    {
        if (!RequestTable.IsId(id) || await requests.Find(id, stop) is not { } held)
            return new Answered(null, ProblemCode.NotFound);
        if (reasons?.Length > RequestMoves.Longest)
            return new Answered(null, ProblemCode.BodyInvalid);

        var now = clock.GetUtcNow();
        var decision = new RequestDecision(approved, caller.Subject, now, Vietnamese.Compose(reasons?.Trim() ?? ""), confirmed);
        var own = RecordId.ForReader(caller.Subject);
        var known = RequestedRecords.Of(await Task.WhenAll(held.Request.RecordIds.Select(async record => (await records.Find(RecordId.Parse(record), stop))?.Record)));
        return await Noted("DecideRequest", caller, await Take(
            id,
            request => approved
                ? RequestMoves.Approve(request, decision, own, known, rules.FeesOn(Today.Of(now)).Of(request), UseUntil(now))
                : RequestMoves.Decline(request, decision, own),
            next => audit.Note(approved ? AuditAct.Approved : AuditAct.Declined, caller, id, next.Named, stop),
            stop), stop);
    }

    /// <summary>Confirms that the fee of a request was paid.</summary>
    public async Task<Answered> Pay(string id, string? reference, Caller caller, CancellationToken stop)
    {
        if (!RequestTable.IsId(id) || await requests.Find(id, stop) is not { Request: var held })
            return new Answered(null, ProblemCode.NotFound);
        if (string.IsNullOrWhiteSpace(reference) || reference.Length > 200)
            return new Answered(held, ProblemCode.PaymentInvalid);

        var own = RecordId.ForReader(caller.Subject);
        if (held is not { Status: RequestStatus.AwaitingPayment })
            return Of(held, held.Payment is null ? new RequestStep.NotOpen(held.Status) : new RequestStep.Already());
        return held.Reader == own ? await Noted("ConfirmPayment", caller, new Answered(held, ProblemCode.OwnRequest), stop)
            : await payments.Settle(held, Vietnamese.Compose(reference.Trim()), caller, stop) is { } payment ? await Take(id, request => RequestMoves.Pay(request, payment, own, UseUntil(payment.At)), next => audit.Note(AuditAct.Paid, caller, id, next.Payment!.Reference, stop), stop)
            : new Answered(held, ProblemCode.PaymentInvalid);
    }

    /// <summary>Nobody decides what they asked for themselves; that somebody tried is noted.</summary>
    private async Task<Answered> Noted(string act, Caller caller, Answered answered, CancellationToken stop)
    {
        if (answered is { Request: { } own, Problem: var problem } && problem == ProblemCode.OwnRequest)
            await refusals.Note(act, caller, own.Id, stop);
        return answered;
    }

    private async Task<Answered> Take(string id, Func<CopyRequest, RequestStep> step, Func<CopyRequest, Task> before, CancellationToken stop)
    {
        try
        {
            return await requests.Take(id, step, stop, before) is var (request, taken) ? Of(request, taken) : new Answered(null, ProblemCode.NotFound);
        }
        catch (RequestFailedException busy) when (busy.Status == 412)
        {
            return new Answered(null, ProblemCode.RequestBusy);
        }
    }

    private static Answered Of(CopyRequest request, RequestStep step) => new(request, step switch
    {
        RequestStep.Done or RequestStep.Already => null,
        RequestStep.OwnRequest => ProblemCode.OwnRequest,
        RequestStep.ReasonMissing => ProblemCode.ReasonMissing,
        RequestStep.ConditionsUnconfirmed => ProblemCode.ConditionsUnconfirmed,
        RequestStep.RecordGone => ProblemCode.RequestRecordGone,
        _ => ProblemCode.RequestNotOpen,
    });

    private DateOnly UseUntil(DateTimeOffset from) => Today.Of(from).AddDays(rules.PolicyOn(Today.Of(from)).UseDays);
}
