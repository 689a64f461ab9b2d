using System.Net.Sockets;
using Azure;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Connections;

/// <summary>Tells a storage service that is away from a request it refused, and says each absence once.</summary>
internal sealed class StorageOutage(string function, ILogger log)
{
    private readonly Lock gate = new();
    private bool ongoing;
    private int noticed;

    /// <summary>Whether the last request to the function's storage failed.</summary>
    public bool Ongoing
    {
        get
        {
            lock (gate)
                return ongoing;
        }
    }

    /// <summary>How many outages there have been; grows when one begins.</summary>
    public int Noticed
    {
        get
        {
            lock (gate)
                return noticed;
        }
    }

    /// <summary>Whether the exception says that no answer came, or that the service was not ready to give one.</summary>
    public static bool IsBehind(Exception exception) => exception switch
    {
        RequestFailedException { Status: 0 or 500 or 503 } => true,
        HttpRequestException { StatusCode: null } or SocketException => true,
        AggregateException many => many.InnerExceptions.Any(IsBehind),
        _ => exception.InnerException is { } inner && IsBehind(inner),
    };

    /// <summary>Requests fail: logged the first time, at length only when it is not a mere absence.</summary>
    public void Began(Exception exception)
    {
        lock (gate)
        {
            if (ongoing)
                return;
            (ongoing, noticed) = (true, noticed + 1);
            Log.StorageAway(log, IsBehind(exception) ? null : exception, function, exception.GetBaseException().Message);
        }
    }

    /// <summary>A request was answered: logged if requests had failed.</summary>
    public void Ended()
    {
        lock (gate)
        {
            if (ongoing)
                Log.StorageBack(log, function);
            ongoing = false;
        }
    }
}
