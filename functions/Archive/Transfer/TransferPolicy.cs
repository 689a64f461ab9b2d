namespace Archive.Transfer;

/// <summary>
/// What is to be transferred to the historical archive, and by when. Legal rules are data: a change is a new policy with a date of its own and
/// a basis, and what was decided under an older one names it.
/// </summary>
public sealed record TransferPolicy
{
    /// <summary>The stable name: what a deadline says it was set by.</summary>
    public required string Id { get; init; }

    /// <summary>The first day it is in force, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Where the term is written down.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>The term, in years from the day of creation.</summary>
    public required int Years { get; init; }

    /// <summary>The term no agency may exceed: years from the end of the year in which the current archive received the record.</summary>
    public required int LegalYears { get; init; }

    /// <summary>Where that longer term is written down.</summary>
    public required string LegalYearsBasis { get; init; }

    /// <summary>
    /// The longest term where another law sets a longer one, by exception: years from the end of the year in which the current archive received the
    /// record. A policy written down before this was asked for has the law's.
    /// </summary>
    public int ExceptionalYears { get; init; } = 30;

    /// <summary>Where the exceptional term is written down.</summary>
    public string ExceptionalYearsBasis { get; init; } = "Luật Lưu trữ 33/2024/QH15, chương III";

    /// <summary>Which agencies feed the historical archive. A policy written down before this was asked for means every registered one.</summary>
    public TransferSources Sources { get; init; } = TransferSources.Everyone;

    /// <summary>The retention codes (TT 05/2025 <c>maintenance</c>) whose records go to the historical archive.</summary>
    public required IReadOnlyList<string> RetentionCodes { get; init; }

    /// <summary>Days before the due day on which the agency is told, the earliest first.</summary>
    public required IReadOnlyList<int> NoticeDays { get; init; }

    /// <summary>Days before the due day on which a complete record is transferred without anyone asking: room for a repeated attempt.</summary>
    public required int LeadDays { get; init; }

    /// <summary>Days after the due day on which an overdue record is brought up again; after the last, every as many days as lie between the last two.</summary>
    public required IReadOnlyList<int> EscalationDays { get; init; }

    /// <summary>Whether an archivist accepts each transfer, or a passed check is enough.</summary>
    public bool HeldForAcceptance { get; init; }

    /// <summary>
    /// The city's term: Plan 67/KH-UBND of Hà Nội after Decision 458/QĐ-TTg. The law's own term stands beside it: Law 33/2024/QH15, five years
    /// from the year of filing, and up to thirty where another law says so.
    /// </summary>
    public static TransferPolicy Hanoi { get; } = new()
    {
        Id = "hn-67-2021",
        InForceFrom = new DateOnly(2021, 1, 1),
        LegalBasis = "Kế hoạch 67/KH-UBND (Hà Nội), Quyết định 458/QĐ-TTg",
        Years = 3,
        LegalYears = 5,
        LegalYearsBasis = "Luật Lưu trữ 33/2024/QH15",
        RetentionCodes = ["01"],
        NoticeDays = [180, 90, 30],
        LeadDays = 7,
        EscalationDays = [1, 8, 15, 45],
    };

    /// <summary>The policy in force on a day: of those begun, the latest; null before the first.</summary>
    public static TransferPolicy? InForce(IEnumerable<TransferPolicy> policies, DateOnly day) =>
        policies.Where(policy => policy.InForceFrom <= day).MaxBy(policy => policy.InForceFrom);

    /// <summary>What keeps this from being a policy, by the name of the value at fault; empty when nothing does.</summary>
    public IReadOnlyList<string> Errors() =>
    [
        .. Wrong(Id is not { Length: > 0 and <= 50 } || !Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'), nameof(Id)),
        .. Wrong(InForceFrom.Year is < 2000 or > 2200, nameof(InForceFrom)),
        .. Wrong(string.IsNullOrWhiteSpace(LegalBasis), nameof(LegalBasis)),
        .. Wrong(string.IsNullOrWhiteSpace(LegalYearsBasis), nameof(LegalYearsBasis)),
        .. Wrong(Years is < 1 or > 30, nameof(Years)),
        .. Wrong(LegalYears is < 1 or > 30, nameof(LegalYears)),
        .. Wrong(ExceptionalYears < LegalYears || ExceptionalYears > 100, nameof(ExceptionalYears)),
        .. Wrong(string.IsNullOrWhiteSpace(ExceptionalYearsBasis), nameof(ExceptionalYearsBasis)),
        .. Wrong(!Sources.MakesSense, nameof(Sources)),
        .. Wrong(RetentionCodes.Count == 0, nameof(RetentionCodes)),
        .. Wrong(NoticeDays.Count is 0 or > 12 || !Falls(NoticeDays) || NoticeDays[^1] <= LeadDays, nameof(NoticeDays)),
        .. Wrong(LeadDays is < 0 or > 365, nameof(LeadDays)),
        .. Wrong(EscalationDays.Count is < 2 or > 12 || EscalationDays[0] < 1 || !Falls([.. EscalationDays.Reverse()]), nameof(EscalationDays)),
    ];

    private static string[] Wrong(bool wrong, string name) => wrong ? [name] : [];

    private static bool Falls(IReadOnlyList<int> days) => days.Zip(days.Skip(1), (earlier, later) => earlier > later).All(falls => falls);
}
