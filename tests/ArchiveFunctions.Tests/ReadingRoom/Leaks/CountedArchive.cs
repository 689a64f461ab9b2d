using System.Collections.Concurrent;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.Stories;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArchiveFunctions.Tests.ReadingRoom.Leaks;

/// <summary>
/// A running archive that counts what is asked of storage about records: their rows, their bytes and the notes of the audit. What it asks once in a
/// while for everybody, policies and agencies, is not counted: it does not depend on the record.
/// </summary>
public sealed class CountedArchive : RunningArchive
{
    private readonly ConcurrentQueue<string> asked = new();

    /// <summary>What one piece of work asks.</summary>
    internal async Task<IReadOnlyList<string>> AsksFor(Func<Task> work)
    {
        asked.Clear();
        await work();
        return [.. asked];
    }

    protected override void Adjust(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(Counted(new TableClientOptions())));
        services.Replace(ServiceDescriptor.Singleton(Counted(new BlobClientOptions())));
    }

    private T Counted<T>(T options)
        where T : ClientOptions
    {
        options.AddPolicy(new Policy(asked), HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class Policy(ConcurrentQueue<string> asked) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            var path = Uri.UnescapeDataString(message.Request.Uri.ToUri().AbsolutePath);
            if (path.Contains($"/{StorageNames.Records}", StringComparison.Ordinal))
                asked.Enqueue($"{message.Request.Method} row");
            else if (path.Contains($"/{StorageNames.Audit}", StringComparison.Ordinal))
                asked.Enqueue($"{message.Request.Method} note");
            else if (path.Contains($"/{StorageNames.Vault}/", StringComparison.Ordinal) || path.Contains($"/{StorageNames.Preserved}/", StringComparison.Ordinal))
                asked.Enqueue($"{message.Request.Method} content");
        }
    }
}
