using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>Fees are taken at the counter: an archivist who has the receipt in hand says so, and answers for it by name.</summary>
public sealed class CounterPayments(TimeProvider clock) : IPayments
{
    /// <inheritdoc/>
    public Uri? Place(CopyRequest request) => null;

    /// <inheritdoc/>
    public ValueTask<RequestPayment?> Settle(CopyRequest request, string reference, Caller confirmedBy, CancellationToken stop) =>
        ValueTask.FromResult<RequestPayment?>(new RequestPayment(clock.GetUtcNow(), confirmedBy.Subject, reference));
}
