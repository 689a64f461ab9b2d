using System.Net.Sockets;
using Azure;
using Azure.Identity;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Tells a service that cannot be reached from a defect of ours.</summary>
internal static class Fault
{
    /// <summary>Whether it is worth coming again.</summary>
    public static bool IsPassing(Exception fault) => fault switch
    {
        // Status 0 is a connection that never came about.
        RequestFailedException refused => refused.Status is 0 or 408 or 429 or >= 500,
        AggregateException several => several.InnerExceptions.All(IsPassing),
        TimeoutException or HttpRequestException or SocketException or IOException or AuthenticationFailedException => true,
        // The caller's own cancellation never comes here: this is a client's network timeout, or the host stopping.
        OperationCanceledException => true,
        _ => false,
    };
}
