using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>
/// How a fee is paid. The one seam of this archive with a single implementation, and on purpose: a city pays through its own portal (cổng dịch vụ công,
/// toàn trình), which is another system with a contract of its own, and until it is joined the fee is taken at the counter (một phần). What a portal has
/// to do for the archive is exactly this.
/// </summary>
public interface IPayments
{
    /// <summary>Where the reader pays for a request that waits for it; null where they come to the counter.</summary>
    Uri? Place(CopyRequest request);

    /// <summary>The payment of a request under a reference; null where none was made.</summary>
    /// <param name="request">The request, which waits for payment.</param>
    /// <param name="reference">The number of the receipt or transaction, not empty.</param>
    /// <param name="confirmedBy">Who says that it was paid.</param>
    /// <param name="stop">Stops.</param>
    ValueTask<RequestPayment?> Settle(CopyRequest request, string reference, Caller confirmedBy, CancellationToken stop);
}
