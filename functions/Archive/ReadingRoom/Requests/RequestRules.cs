namespace Archive.ReadingRoom.Requests;

/// <summary>Everything about requests that is data.</summary>
/// <param name="Policies">The terms, at least one policy.</param>
/// <param name="Fees">The fees; none where nobody has set any.</param>
/// <param name="Calendar">The working days.</param>
public sealed record RequestRules(IReadOnlyList<RequestPolicy> Policies, IReadOnlyList<FeeSchedule> Fees, WorkCalendar Calendar)
{
    /// <summary>The terms on a day.</summary>
    public RequestPolicy PolicyOn(DateOnly day) => RequestPolicy.InForce(Policies, day);

    /// <summary>The fees on a day.</summary>
    public FeeSchedule FeesOn(DateOnly day) => FeeSchedule.InForce(Fees, day);

    /// <summary>By when a request is to be answered, by the calendar as it is held now.</summary>
    public DueDay AnswerDue(CopyRequest request) => request.AnswerDue is { } day ? new DueDay.On(day) : WorkingDays.Due(request.AskedAt, request.AnswerDays, Calendar);
}
