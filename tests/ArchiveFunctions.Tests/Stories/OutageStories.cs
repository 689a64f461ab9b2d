using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Archive.Records;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Search.Documents;
using Azure.Storage.Queues;
using EmbeddedHost.Search;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// A service goes away for half a minute and comes back: readers get a clear 503 meanwhile, nothing acknowledged is lost, and work resumes by
/// itself.
/// </summary>
public sealed class OutageStories(OutageStories.FragileArchive archive) : IClassFixture<OutageStories.FragileArchive>
{
    /// <summary>Real time: what is away may be another process. Longer than the clients' own retries hide.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Storage_stops_and_starts_again()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Before the storage outage");
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        using var officer = await agency.Officer();
        var id = (await agency.Record(content))!.Id;

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => agency.Puts($"{number}.pdf", Documents.Pdf(Documents.Unique("outage", number)))));
        await archive.Host.Storage.StopAsync(CancellationToken.None);
        await StaysAway(officer, "storage-unavailable", $"api/records/{id}/content", $"api/agencies/{agency.Code}/uploads");
        await archive.Host.Storage.StartAsync(CancellationToken.None);
        await archive.Settles();

        Assert.Equal(content, await officer.GetByteArrayAsync($"api/records/{id}/content"));
        for (var number = 0; number < 10; number++)
        {
            Assert.Equal("admitted", (await agency.SeesOf($"{number}.pdf")).Status);
            Assert.Equal(1, (await agency.Finds(Documents.Unique("outage", number))).GetProperty("count").GetInt32());
        }
    }

    [Fact]
    public async Task Search_fails_and_recovers()
    {
        var agency = await archive.NewAgency();
        using var officer = await agency.Officer();
        var content = Documents.Pdf("During the search outage");
        archive.Search.IsAway = true;
        await agency.Puts("a.pdf", content);
        await StaysAway(officer, "search-unavailable", "api/records?q=search");
        await Eventually.Holds(async () => (await agency.Record(content))?.Status == RecordStatus.Described, "the record is described without search");
        archive.Search.IsAway = false;
        await archive.Settles();
        Assert.Equal(1, (await agency.Finds("during the search outage")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_queue_refuses_and_recovers()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("During the queue outage");
        archive.Queues.IsAway = true;
        await agency.Puts("a.pdf", content);
        await Eventually.Holds(async () => await agency.Record(content) is not null, "the record is written though its announcement cannot be sent");
        await Task.Delay(Away);
        Assert.Equal(RecordStatus.Admitted, (await agency.Record(content))!.Status);
        archive.Queues.IsAway = false;
        await archive.Settles();
        Assert.Equal(1, (await agency.Finds("during the queue outage")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
    }

    /// <summary>Once it says so (the first answers may come from rows kept for a moment), every answer until the end is a clear 503.</summary>
    private static async Task StaysAway(HttpClient client, string code, params string[] addresses)
    {
        using var away = new CancellationTokenSource(Away);
        foreach (var address in addresses)
            await Eventually.Holds(async () => (await Ask(client, address)).Status == HttpStatusCode.ServiceUnavailable, $"{address} says that a service is away");

        while (!away.IsCancellationRequested)
        {
            foreach (var address in addresses)
                Assert.Equal((HttpStatusCode.ServiceUnavailable, code, true), await Ask(client, address));
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task<(HttpStatusCode Status, string? Code, bool SaysWhenToRetry)> Ask(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        var code = answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
        return (answer.StatusCode, code, answer.Headers.RetryAfter is not null);
    }

    /// <summary>An archive whose search and queues can be made to fail as they fail on Azure; its storage is stopped for real.</summary>
    public sealed class FragileArchive : RunningArchive
    {
        public Outage Search { get; } = new();

        public Outage Queues { get; } = new();

        protected override void Adjust(IServiceCollection services)
        {
            var queues = new QueueClientOptions { Retry = { MaxRetries = 0 } };
            queues.AddPolicy(Queues, HttpPipelinePosition.PerRetry);
            services.AddSingleton(queues);
            services.AddSingleton(provider =>
            {
                var search = new SearchClientOptions { Transport = provider.GetRequiredService<LuceneSearchTransport>(), Retry = { MaxRetries = 0 } };
                search.AddPolicy(Search, HttpPipelinePosition.PerRetry);
                return search;
            });
        }
    }

    /// <summary>While away, every call fails as a service that is overloaded or restarting.</summary>
    public sealed class Outage : HttpPipelinePolicy
    {
        private volatile bool away;

        public bool IsAway { get => away; set => away = value; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Check();
            ProcessNext(message, pipeline);
        }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Check();
            return ProcessNextAsync(message, pipeline);
        }

        private void Check()
        {
            if (away)
                throw new RequestFailedException(503, "The service is away.");
        }
    }
}
