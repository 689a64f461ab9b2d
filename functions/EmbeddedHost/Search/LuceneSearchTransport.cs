using Azure.Core;
using Azure.Core.Pipeline;

namespace EmbeddedHost.Search;

/// <summary>
/// Azure AI Search on one machine: answers the REST calls of the real <c>Azure.Search.Documents</c> client from Lucene.NET in this process.
/// Use it as <c>new SearchClientOptions { Transport = transport }</c> with any https endpoint and any key; nothing is resolved or sent.
/// What it does not play is refused by name; <c>DIFFERENCES.md</c> beside this file lists it.
/// </summary>
/// <remarks>
/// Safe for many clients and callers at once. What is written can be read at once in this process and is durable within a second:
/// a killed process loses at most that second, so the index must be one that can be rebuilt. One process at a time may open a folder.
/// </remarks>
public sealed class LuceneSearchTransport : HttpPipelineTransport, IDisposable, IAsyncDisposable
{
    private readonly IndexCatalogue indexes;
    private readonly SearchRoutes routes;

    /// <summary>Opens the indexes kept in a folder, which is made when missing.</summary>
    /// <param name="directory">One sub-folder for each index.</param>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    /// <exception cref="Lucene.Net.Store.LockObtainFailedException">Another process has the folder open.</exception>
    public LuceneSearchTransport(string directory)
    {
        indexes = new IndexCatalogue(directory);
        routes = new SearchRoutes(indexes);
    }

    /// <inheritdoc/>
    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    /// <inheritdoc/>
    public override void Process(HttpMessage message)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        message.Response = routes.Answer(SearchCall.Of(message.Request));
        message.Response.ClientRequestId = message.Request.ClientRequestId;
    }

    /// <summary>Answers before it returns: the work is the processor's, there is nothing to wait for.</summary>
    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes every index.</summary>
    public void Dispose() => indexes.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
