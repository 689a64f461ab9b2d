namespace Archive.ReadingRoom.Deliveries;

/// <summary>How long what readers are given may be used, and when it is destroyed. Legal rules are data: a change is a new policy with a day and a basis.</summary>
public sealed record DeliveryPolicy
{
    /// <summary>The stable name: what a delivery says its term was set by.</summary>
    public required string Id { get; init; }

    /// <summary>The first day it is in force, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Where it is written down.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Days a reader has it, the day it was made not counted.</summary>
    public required int UseDays { get; init; }

    /// <summary>Days after the term until the archive destroys what it made for it.</summary>
    public required int KeptDays { get; init; }

    /// <summary>Reading copies are used for 15 days at most and destroyed by the system 5 days after; copies are downloaded within 15 days.</summary>
    public static DeliveryPolicy Circular5 { get; } = new()
    {
        Id = "tt05-2025",
        InForceFrom = new DateOnly(2025, 7, 1),
        LegalBasis = "Thông tư 05/2025/TT-BNV, Điều 37, 40, 41, 42",
        UseDays = 15,
        KeptDays = 5,
    };

    /// <summary>The policy in force on a day: of those begun, the latest; the circular's where none has begun.</summary>
    public static DeliveryPolicy InForce(IEnumerable<DeliveryPolicy> policies, DateOnly day) =>
        policies.Where(policy => policy.InForceFrom <= day).MaxBy(policy => policy.InForceFrom) ?? Circular5;
}
