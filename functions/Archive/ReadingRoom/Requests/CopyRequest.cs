using Archive.ReadingRoom.Deliveries;

namespace Archive.ReadingRoom.Requests;

/// <summary>
/// A reader's request to read records, or for copies of them (TT 05/2025 Đ35, Đ42): the fields are those of the request metadata of a DIP. Names and
/// personal numbers in it are for the reader and archivists alone; they go into no log, index or message.
/// </summary>
public sealed record CopyRequest
{
    /// <summary>The most records one request names (TT 10/2014; the limit readers know).</summary>
    public const int MostRecords = 10;

    /// <summary>The permanent name (<c>requestID</c>): <c>q</c> and 26 letters.</summary>
    public required string Id { get; init; }

    /// <summary>Who asks (<see cref="Records.RecordId.ForReader"/>), never their name.</summary>
    public required string Reader { get; init; }

    /// <summary>The reader's full name as it stood in their account when they asked.</summary>
    public required string ReaderName { get; init; }

    /// <summary>Their personal id number, likewise.</summary>
    public required string PersonalId { get; init; }

    /// <summary>The records, each once, in the order they were named.</summary>
    public required IReadOnlyList<string> RecordIds { get; init; }

    /// <summary>What is asked for.</summary>
    public required CopyProduct Product { get; init; }

    /// <summary>What for, as a code (<see cref="RequestCodes.Purposes"/>).</summary>
    public required string Purpose { get; init; }

    /// <summary>What for, in the reader's words.</summary>
    public required string PurposeContent { get; init; }

    /// <summary>The theme of the reader's research; empty where there is none.</summary>
    public string ResearchTopic { get; init; } = "";

    /// <summary>The group the reader belongs to (<see cref="RequestCodes.FeeObjectTypes"/>), on which an exemption from the fee rests; null for none.</summary>
    public string? FeeObjectType { get; init; }

    /// <summary>What else the reader has to say, evidence of their group for one; empty where nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>How many of each.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Where it stands.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>When it came (<c>requestDate</c>), UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The working days within which it is to be answered, by the policy in force when it came.</summary>
    public int AnswerDays { get; init; }

    /// <summary>The day by which it is to be answered; null where no calendar of that year was held when it came.</summary>
    public DateOnly? AnswerDue { get; init; }

    /// <summary>What an archivist decided; null until then.</summary>
    public RequestDecision? Decision { get; init; }

    /// <summary>What is to be paid; null until it is approved.</summary>
    public RequestFee? Fee { get; init; }

    /// <summary>That it was paid; null until then, and where nothing is due.</summary>
    public RequestPayment? Payment { get; init; }

    /// <summary>The last day of the term of use, Asia/Ho_Chi_Minh; null until what was asked for is being made. Set anew when it is delivered.</summary>
    public DateOnly? UseUntil { get; init; }

    /// <summary>When it was delivered, UTC.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Why nothing could be made of its records, each reason once; empty where something could.</summary>
    public IReadOnlyList<CopyObstacle> Obstacles { get; init; } = [];

    /// <summary>When it came to its end, UTC: expired, declined, withdrawn or not made.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Grows by one with each change of the row.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When the archive could begin to make it, UTC: the decision, or the payment after it.</summary>
    public DateTimeOffset? SettledAt => Payment?.At ?? Decision?.At;

    /// <summary>What it is about, for those who look into what was done, and nothing of whom: product and records.</summary>
    public string Named => $"{Product}; {string.Join(' ', RecordIds)}";

    /// <summary>Whether an archivist said yes to it.</summary>
    public bool IsApproved => Decision is { Approved: true };

    /// <summary>Whether nothing more will come of it.</summary>
    public bool HasEnded => Status is RequestStatus.Expired or RequestStatus.Declined or RequestStatus.Withdrawn or RequestStatus.NotMade;

    /// <summary>Whether it waits for the archive or its reader: the desk lists these.</summary>
    public bool IsOpen => Status is RequestStatus.Submitted or RequestStatus.AwaitingPayment or RequestStatus.Preparing;
}

/// <summary>An archivist's word on a request.</summary>
/// <param name="Approved">Yes or no.</param>
/// <param name="By">The subject of who decided.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reasons">Why, in words the reader is shown.</param>
/// <param name="ConditionsConfirmed">Whether who decided confirmed that the restriction of conditional records was weighed.</param>
public sealed record RequestDecision(bool Approved, string By, DateTimeOffset At, string Reasons, bool ConditionsConfirmed);

/// <summary>What a request costs.</summary>
/// <param name="Amount">Đồng; 0 for nothing to pay.</param>
/// <param name="Schedule">The schedule it was set by (<see cref="FeeSchedule.Id"/>).</param>
/// <param name="Exemption">The code that freed the reader from it; null where none did.</param>
public sealed record RequestFee(long Amount, string Schedule, string? Exemption)
{
    /// <summary>Whether something is to be paid.</summary>
    public bool IsDue => Amount > 0;
}

/// <summary>That a fee was paid.</summary>
/// <param name="At">When it was confirmed, UTC.</param>
/// <param name="By">The subject of who confirmed it, or the name of the system that did.</param>
/// <param name="Reference">The number of the receipt or transaction.</param>
public sealed record RequestPayment(DateTimeOffset At, string By, string Reference);
