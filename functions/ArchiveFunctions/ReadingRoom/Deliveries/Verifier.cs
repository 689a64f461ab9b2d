using Archive.ReadingRoom.Deliveries;
using Archive.Records;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>Looks a typed code up.</summary>
public sealed class Verifier(DeliveryTable deliveries, RecordTable records, TimeProvider clock)
{
    /// <summary>What it was issued for, if it was.</summary>
    internal async Task<Verification> Verify(string? typed, CancellationToken stop)
    {
        if (VerificationCode.Read(typed) is not CodeReading.Sound sound)
            return new Verification.Mistyped();

        return await Limit.Within(
            async ending =>
            {
                var delivery = await deliveries.Find(sound.Code, ending);
                var record = delivery is null ? null : (await records.Find(RecordId.Parse(delivery.RecordId), ending))?.Record;
                return Verification.Judge(sound.Code, delivery, record, Today.Of(clock.GetUtcNow()));
            },
            clock,
            stop);
    }
}
