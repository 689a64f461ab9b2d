using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Search.Documents;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EmbeddedHost.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Benchmarks.Operations;

/// <summary>Counts and times every request the archive sends to its services, tries again included, in the clients' own pipelines.</summary>
internal sealed class OperationCounter
{
    private readonly ConcurrentDictionary<Operation, ConcurrentBag<double>> times = new();
    private readonly AsyncLocal<bool> uncounted = new();

    /// <summary>A copy of each request since the last <see cref="Reset"/>, by how many milliseconds its answer took.</summary>
    public IReadOnlyDictionary<Operation, IReadOnlyCollection<double>> Times => times.ToDictionary(timed => timed.Key, IReadOnlyCollection<double> (timed) => timed.Value.ToArray());

    /// <summary>Counts from zero.</summary>
    public void Reset() => times.Clear();

    /// <summary>Puts the counter into the client options the app and the function runtime take from the container.</summary>
    public void Join(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(Counted(new BlobClientOptions(), OperationReading.Blob)));
        services.Replace(ServiceDescriptor.Singleton(Counted(new TableClientOptions(), OperationReading.Table)));
        services.Replace(ServiceDescriptor.Singleton(Counted(new QueueClientOptions(), OperationReading.Queue)));
        services.Replace(ServiceDescriptor.Singleton(provider => Counted(
            new SearchClientOptions { Transport = provider.GetRequiredService<LuceneSearchTransport>(), Retry = { MaxRetries = 0 } }, OperationReading.Search)));
    }

    /// <summary>Does what is ours and not the archive's, such as looking whether it has finished.</summary>
    public async Task WithoutCountingAsync(Func<Task> work)
    {
        uncounted.Value = true; // For this call and what it awaits; the archive's own work flows elsewhere.
        await work();
    }

    private T Counted<T>(T options, Func<Request, Operation> read)
        where T : ClientOptions
    {
        options.AddPolicy(new Policy(this, read), HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class Policy(OperationCounter counter, Func<Request, Operation> read) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (!counter.uncounted.Value)
                message.SetProperty(typeof(OperationCounter), new Sent(read(message.Request), Stopwatch.GetTimestamp()));
        }

        public override void OnReceivedResponse(HttpMessage message)
        {
            if (message.TryGetProperty(typeof(OperationCounter), out var property) && property is Sent sent)
                counter.times.GetOrAdd(sent.Operation, _ => []).Add(Stopwatch.GetElapsedTime(sent.At).TotalMilliseconds);
        }

        private sealed record Sent(Operation Operation, long At);
    }
}
