namespace Archive.ReadingRoom.Requests;

/// <summary>Within how many working days a kind of request is answered.</summary>
/// <param name="Reading">Whether it is for requests to read; else for copies.</param>
/// <param name="Conditional">Whether it is for requests that name a record with conditions; else for those that name none.</param>
/// <param name="Days">The term.</param>
/// <param name="LegalBasis">Where it is written down.</param>
public sealed record AnswerTerm(bool Reading, bool Conditional, int Days, string LegalBasis);

/// <summary>The terms of requests from a day on. Legal rules are data: a change is a new policy with a day of its own.</summary>
public sealed record RequestPolicy
{
    /// <summary>The stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The first day it is in force, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>The terms of answering; the first that fits counts.</summary>
    public required IReadOnlyList<AnswerTerm> Answers { get; init; }

    /// <summary>How long what was asked for may be used, in days.</summary>
    public required int UseDays { get; init; }

    /// <summary>Where that is written down.</summary>
    public required string UseBasis { get; init; }

    /// <summary>
    /// Two rules stand side by side, TT 05/2025 (six days for the approval of reading) and the procedure as provinces publish it (one day to read, two
    /// for copies, seven where there are conditions): for each kind of request the shorter that applies to it.
    /// </summary>
    public static RequestPolicy Current { get; } = new()
    {
        Id = "tt05-2025",
        InForceFrom = new DateOnly(2025, 7, 1),
        Answers =
        [
            new(Reading: true, Conditional: false, 1, "Thủ tục hành chính 1.013932"),
            new(Reading: true, Conditional: true, 6, "Thông tư 05/2025/TT-BNV, chương VI"),
            new(Reading: false, Conditional: false, 2, "Thủ tục hành chính 1.013932"),
            new(Reading: false, Conditional: true, 7, "Thủ tục hành chính 1.013932"),
        ],
        UseDays = 15,
        UseBasis = "Thông tư 05/2025/TT-BNV, Đ37, Đ40",
    };

    /// <summary>The policy in force on a day: of those begun, the latest; before the first, the first.</summary>
    /// <param name="policies">At least one.</param>
    /// <param name="day">The day.</param>
    public static RequestPolicy InForce(IReadOnlyList<RequestPolicy> policies, DateOnly day) =>
        policies.Where(policy => policy.InForceFrom <= day).MaxBy(policy => policy.InForceFrom) ?? policies.MinBy(policy => policy.InForceFrom)!;

    /// <summary>The term of a kind of request; the longest of all where the policy forgot that kind.</summary>
    public AnswerTerm AnswerTo(CopyProduct product, bool conditional) =>
        Answers.FirstOrDefault(term => term.Reading == (product == CopyProduct.ReadingCopy) && term.Conditional == conditional) ?? Answers.MaxBy(term => term.Days)!;
}
