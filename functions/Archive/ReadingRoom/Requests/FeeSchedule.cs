namespace Archive.ReadingRoom.Requests;

/// <summary>
/// What requests cost from a day on. TT 275/2016/TT-BTC sets fees for the use of archives, but its amounts could not be verified, nor that it is still
/// in force: the schedule that comes with the archive therefore asks nothing, and an agency sets its own (<c>Requests:Fees</c>).
/// </summary>
public sealed record FeeSchedule
{
    /// <summary>The stable name: what a fee says it was set by.</summary>
    public required string Id { get; init; }

    /// <summary>The first day it is in force, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Where it is written down.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Đồng for one copy of one record, by product; a product that is not named costs nothing.</summary>
    public IReadOnlyDictionary<CopyProduct, long> Amounts { get; init; } = new Dictionary<CopyProduct, long>();

    /// <summary>The groups of readers (<see cref="RequestCodes.FeeObjectTypes"/>) that pay nothing.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>Until somebody sets amounts: nothing is asked.</summary>
    public static FeeSchedule Unset { get; } = new()
    {
        Id = "unset",
        InForceFrom = DateOnly.MinValue,
        LegalBasis = "Thông tư 275/2016/TT-BTC",
        Exempt = ["01", "02", "03", "04", "05", "06", "07", "08", "09"],
    };

    /// <summary>The schedule in force on a day: of those begun, the latest; before the first, nothing is asked.</summary>
    public static FeeSchedule InForce(IEnumerable<FeeSchedule> schedules, DateOnly day) =>
        schedules.Where(schedule => schedule.InForceFrom <= day).MaxBy(schedule => schedule.InForceFrom) ?? Unset;

    /// <summary>What a request costs: by product, for each copy of each record, and nothing for a reader of an exempt group.</summary>
    public RequestFee Of(CopyRequest request) => request.FeeObjectType is { } type && Exempt.Contains(type)
        ? new RequestFee(0, Id, type)
        : new RequestFee(Amounts.GetValueOrDefault(request.Product) * request.RecordIds.Count * request.Copies, Id, null);
}
