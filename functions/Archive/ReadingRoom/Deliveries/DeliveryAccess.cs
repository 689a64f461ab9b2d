using Archive.Records;

namespace Archive.ReadingRoom.Deliveries;

/// <summary>What a caller is answered who asks for a delivery.</summary>
public abstract record DeliveryAccess
{
    private DeliveryAccess()
    {
    }

    /// <summary>It is theirs, and the term runs.</summary>
    public sealed record Open(Delivery Delivery, ArchiveRecord Record) : DeliveryAccess;

    /// <summary>It was theirs; the term is over.</summary>
    public sealed record Over(Delivery Delivery) : DeliveryAccess;

    /// <summary>There is none: none at all, none of theirs, or one of a record that nobody may see any more. The three are told apart by nobody.</summary>
    public sealed record None : DeliveryAccess;

    /// <summary>Decides.</summary>
    /// <param name="delivery">The delivery, if there is one.</param>
    /// <param name="record">Its record as it is now.</param>
    /// <param name="reader">Who asks, as a reader.</param>
    /// <param name="today">Asia/Ho_Chi_Minh.</param>
    public static DeliveryAccess Judge(Delivery? delivery, ArchiveRecord? record, string reader, DateOnly today)
    {
        if (delivery is not { State: DeliveryState.Ready } || delivery.Reader != reader || record is null || Visibility.ReadersOf(record).Count == 0)
            return new None();
        return today > delivery.UseUntil || delivery.DestroyedAt is not null ? new Over(delivery) : new Open(delivery, record);
    }
}

/// <summary>What whoever types a code is told.</summary>
public abstract record Verification
{
    private Verification()
    {
    }

    /// <summary>The archive issued it.</summary>
    /// <param name="Delivery">What was issued.</param>
    /// <param name="IsOver">Whether its term of use has ended.</param>
    /// <param name="ShowsRecord">Whether the record may still be spoken of: not when it has become secret since.</param>
    public sealed record Issued(Delivery Delivery, bool IsOver, bool ShowsRecord) : Verification;

    /// <summary>The code is well formed and was never issued.</summary>
    public sealed record Unknown : Verification;

    /// <summary>No code.</summary>
    public sealed record Mistyped : Verification;

    /// <summary>Decides of a sound code.</summary>
    public static Verification Judge(VerificationCode code, Delivery? delivery, ArchiveRecord? record, DateOnly today) =>
        delivery is { State: DeliveryState.Ready } && delivery.Code == code.Value
            ? new Issued(delivery, today > delivery.UseUntil, record is not null && Visibility.ReadersOf(record).Count > 0)
            : new Unknown();
}
