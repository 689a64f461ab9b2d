using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Tests.Triggers;

/// <summary>Counts the queue requests of one kind, at the wire.</summary>
internal sealed class Requests(string method, string path) : HttpPipelineSynchronousPolicy
{
    private readonly SemaphoreSlim seen = new(0);

    public void Watch(WebApplicationBuilder builder)
    {
        var options = new QueueClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        builder.Services.AddSingleton(options);
    }

    /// <summary>Completes when so many have been answered.</summary>
    public async Task ReachedAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await seen.WaitAsync();
    }

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Request.Method.Method == method && message.Request.Uri.Path.Contains(path, StringComparison.Ordinal))
            seen.Release();
    }
}
