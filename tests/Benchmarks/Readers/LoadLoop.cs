using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Benchmarks.Readers;

/// <summary>Asks for addresses of this machine over and over, for a bounded time, on so many connections, and times each answer.</summary>
internal sealed class LoadLoop : IDisposable
{
    /// <summary>No run asks more often, however fast the answers are.</summary>
    private const int Most = 2_000_000;

    private readonly int connections;
    private readonly HttpClient client;

    public LoadLoop(int connections)
    {
        this.connections = connections;
        client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    }

    /// <summary>Runs for so long.</summary>
    /// <exception cref="InvalidOperationException">An answer was not 200, or an address is not on this machine.</exception>
    public async Task<Load> RunAsync(Target target, TimeSpan time, CancellationToken stop)
    {
        if (target.Addresses.Any(address => !address.IsLoopback))
            throw new InvalidOperationException("Only this machine may be put under load.");

        var (asked, began) = (0, Stopwatch.GetTimestamp());
        var timed = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => WorkAsync(), stop)));
        var elapsed = Stopwatch.GetElapsedTime(began);
        return new Load(timed.Sum(own => own.Count) / elapsed.TotalSeconds, [.. timed.SelectMany(own => own)]);

        async Task<List<double>> WorkAsync()
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < time && Interlocked.Increment(ref asked) is <= Most and var number)
                own.Add(await AskAsync(target.Addresses[number % target.Addresses.Count], target.Authorization, stop));
            return own;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<double> AskAsync(Uri address, AuthenticationHeaderValue? authorization, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = authorization;
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request, stop);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}

/// <summary>What a run gave.</summary>
/// <param name="Rate">Requests per second.</param>
/// <param name="Latencies">Of every request, in milliseconds.</param>
internal sealed record Load(double Rate, IReadOnlyList<double> Latencies);

/// <summary>What is asked for.</summary>
/// <param name="Addresses">Asked for in turn.</param>
/// <param name="Authorization">Who asks; nobody in particular when null.</param>
internal sealed record Target(IReadOnlyList<Uri> Addresses, AuthenticationHeaderValue? Authorization = null);
