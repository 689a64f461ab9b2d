using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace EmbeddedHost.Hosting;

/// <summary>Ports of 127.0.0.1.</summary>
internal static class LoopbackPorts
{
    // Below the range from which Linux, macOS and Windows give out ports for outgoing connections, so that none of those takes a port
    // between our choosing it and the service's opening it.
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    /// <summary>The first of these ports that somebody listens on, or null.</summary>
    public static int? FirstBusy(IEnumerable<int> ports) => ports.Select(port => (int?)port).FirstOrDefault(port => !IsFree(port!.Value));

    /// <summary>The first of so many free ports in a row. A guess that the opening may yet prove wrong: the port is not held.</summary>
    public static int FreeRun(int count)
    {
        while (true)
        {
            var first = RandomNumberGenerator.GetInt32(Lowest, Highest - count);
            if (FirstBusy(Enumerable.Range(first, count)) is null)
                return first;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
