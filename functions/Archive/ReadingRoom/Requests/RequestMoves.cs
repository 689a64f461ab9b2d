using Archive.ReadingRoom.Deliveries;
using static Archive.ReadingRoom.Requests.RequestStatus;

namespace Archive.ReadingRoom.Requests;

/// <summary>What comes of a step of a request.</summary>
public abstract record RequestStep
{
    private RequestStep()
    {
    }

    /// <summary>The request's next state.</summary>
    /// <param name="Next">Of the next version.</param>
    public sealed record Done(CopyRequest Next) : RequestStep;

    /// <summary>It stands so already: the same step, taken again.</summary>
    public sealed record Already : RequestStep;

    /// <summary>From where it stands, this step is not possible: somebody else was first, or it has ended.</summary>
    /// <param name="Status">Where it stands.</param>
    public sealed record NotOpen(RequestStatus Status) : RequestStep;

    /// <summary>Nobody decides their own request, nor confirms their own payment.</summary>
    public sealed record OwnRequest : RequestStep;

    /// <summary>A decision has reasons.</summary>
    public sealed record ReasonMissing : RequestStep;

    /// <summary>A record it names may be given to nobody any more, or is gone.</summary>
    public sealed record RecordGone : RequestStep;

    /// <summary>Access to a conditional record is granted only by somebody who confirms having weighed its restriction.</summary>
    public sealed record ConditionsUnconfirmed : RequestStep;
}

/// <summary>The steps of a request: every move there is, in one place.</summary>
public static class RequestMoves
{
    /// <summary>The longest reasons of a decision, and the longest reference of a payment, in characters.</summary>
    public const int Longest = 2000;

    /// <summary>Where a request may go from where it stands.</summary>
    public static IReadOnlyList<RequestStatus> Allowed(RequestStatus from) => from switch
    {
        Submitted => [AwaitingPayment, Preparing, Declined, Withdrawn],
        AwaitingPayment => [Preparing, Withdrawn],
        Preparing => [Delivered, NotMade],
        Delivered => [Expired],
        _ => [],
    };

    /// <summary>An archivist says yes: it waits for its fee or, where none is due, is made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decision">Who, when, why.</param>
    /// <param name="ownReader">The name the decider has as a reader.</param>
    /// <param name="records">What is to be known of its records.</param>
    /// <param name="fee">What it costs.</param>
    /// <param name="useUntil">The last day of its term of use, should it be made from today on.</param>
    public static RequestStep Approve(CopyRequest request, RequestDecision decision, string ownReader, RequestedRecords records, RequestFee fee, DateOnly useUntil) =>
        Refusal(request, decision, ownReader) ?? (records.AreGone ? new RequestStep.RecordGone()
            : records.HaveConditions && !decision.ConditionsConfirmed ? new RequestStep.ConditionsUnconfirmed()
            : Move(request, fee.IsDue ? AwaitingPayment : Preparing, next => next with { Decision = decision, Fee = fee, UseUntil = fee.IsDue ? null : useUntil }));

    /// <summary>An archivist says no.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decision">Who, when, why.</param>
    /// <param name="ownReader">The name the decider has as a reader.</param>
    public static RequestStep Decline(CopyRequest request, RequestDecision decision, string ownReader) =>
        Refusal(request, decision, ownReader) ?? Move(request, Declined, next => next with { Decision = decision, EndedAt = decision.At });

    /// <summary>Its fee was paid: it is made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="payment">When, and who says so.</param>
    /// <param name="ownReader">The name who confirms it has as a reader.</param>
    /// <param name="useUntil">The last day of its term of use.</param>
    public static RequestStep Pay(CopyRequest request, RequestPayment payment, string ownReader, DateOnly useUntil) =>
        request.Payment is not null ? new RequestStep.Already()
        : request.Reader == ownReader ? new RequestStep.OwnRequest()
        : Move(request, Preparing, next => next with { Payment = payment, UseUntil = useUntil });

    /// <summary>Its reader takes it back, before anything was made.</summary>
    public static RequestStep Withdraw(CopyRequest request, DateTimeOffset now) => Move(request, Withdrawn, next => next with { EndedAt = now });

    /// <summary>What was asked for lies ready for its reader, until the end of a day.</summary>
    public static RequestStep Deliver(CopyRequest request, DateTimeOffset at, DateOnly useUntil) =>
        request.DeliveredAt is not null ? new RequestStep.Already() : Move(request, Delivered, next => next with { DeliveredAt = at, UseUntil = useUntil });

    /// <summary>Nothing can be made of any of its records: it ends, with the reasons.</summary>
    public static RequestStep GiveUp(CopyRequest request, IReadOnlyList<CopyObstacle> obstacles, DateTimeOffset at) =>
        Move(request, NotMade, next => next with { Obstacles = obstacles, EndedAt = at });

    /// <summary>The term of use is over.</summary>
    public static RequestStep Expire(CopyRequest request, DateTimeOffset at) => Move(request, Expired, next => next with { EndedAt = at });

    /// <summary>What keeps a decision from being taken; the same person saying the same again is no contradiction.</summary>
    private static RequestStep? Refusal(CopyRequest request, RequestDecision decision, string ownReader) =>
        request.Reader == ownReader ? new RequestStep.OwnRequest()
        : string.IsNullOrWhiteSpace(decision.Reasons) ? new RequestStep.ReasonMissing()
        : request.Decision is not { } taken ? null
        : taken.By == decision.By && taken.Approved == decision.Approved ? new RequestStep.Already()
        : new RequestStep.NotOpen(request.Status);

    private static RequestStep Move(CopyRequest request, RequestStatus to, Func<CopyRequest, CopyRequest> change) =>
        request.Status == to ? new RequestStep.Already()
        : Allowed(request.Status).Contains(to) ? new RequestStep.Done(change(request with { Status = to, Version = request.Version + 1 }))
        : new RequestStep.NotOpen(request.Status);
}
