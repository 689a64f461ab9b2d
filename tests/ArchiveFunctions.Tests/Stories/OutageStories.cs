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

/// <summary>A service goes away and comes back: readers get a clear 503 meanwhile, nothing acknowledged is lost, and work resumes by itself.</summary>
public sealed class OutageStories(OutageStories.FragileArchive archive) : IClassFixture<OutageStories.FragileArchive>
{
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
        await IsUnavailable(officer, $"api/records/{id}/content", "storage-unavailable");
        await IsUnavailable(officer, $"api/agencies/{agency.Code}/uploads", "storage-unavailable");
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
        await IsUnavailable(officer, "api/records?q=search", "search-unavailable");
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
        archive.Queues.IsAway = false;
        await archive.Settles();
        Assert.Equal(1, (await agency.Finds("during the queue outage")).GetProperty("count").GetInt32());
        Assert.Empty(await archive.InInbox(agency));
    }

    /// <summary>The first answers may still come from rows kept for a moment.</summary>
    private static async Task IsUnavailable(HttpClient client, string address, string code)
    {
        HttpResponseMessage answer = null!;
        await Eventually.Holds(async () => (answer = await client.GetAsync(address)).StatusCode == HttpStatusCode.ServiceUnavailable, $"{address} says that a service is away");
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.NotNull(answer.Headers.RetryAfter);
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
