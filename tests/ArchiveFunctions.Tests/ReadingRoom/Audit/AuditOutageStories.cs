using System.Net;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.Stories;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.ReadingRoom.Audit;

/// <summary>The audit cannot be written: what would have to be noted does not happen, and what is anybody's goes on.</summary>
public sealed class AuditOutageStories(AuditOutageStories.UnwritableAudit archive) : IClassFixture<AuditOutageStories.UnwritableAudit>
{
    [Fact]
    public async Task What_cannot_be_noted_is_neither_served_nor_done()
    {
        var agency = await archive.NewAgency();
        var (hidden, open) = (await agency.Deposits("a.pdf", new { mode = "02", subject = "Hạn chế" }), await agency.Deposits("b.pdf", new { mode = "01", subject = "Công khai", maintenance = "01", issuedDate = "15/03/2027" }));
        await archive.Settles();
        using var officer = await agency.Officer();
        using var archivist = await archive.Client(null, "archivist");
        archive.Lock.IsShut = true;

        foreach (var route in new[] { "api/records/{0}", "api/records/{0}/history", "api/records/{0}/content", "reading-room/records/{0}" })
        {
            using var refused = await officer.GetAsync(string.Format(null, route, agency.IdOf(hidden)));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.DoesNotContain("Hạn chế", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            await officer.IsRefused(HttpStatusCode.OK, string.Format(null, route, agency.IdOf(open)));
        }

        // Nor is anybody told that something is not there for them, or that they may not, without a note of it.
        using var reader = await archive.Client(null, "reader");
        foreach (var route in new[] { $"api/records/{agency.IdOf(hidden)}", "api/records/r00000000000000000000000000", "api/audit", $"reading-room/records/{agency.IdOf(hidden)}" })
            await reader.IsRefused(HttpStatusCode.ServiceUnavailable, route);
        await officer.IsRefused(HttpStatusCode.ServiceUnavailable, $"api/records?agency={agency.Code}");
        await archivist.Sends(HttpStatusCode.ServiceUnavailable, $"api/records/{agency.IdOf(open)}/hold", new { reason = "điều tra" }, HttpMethod.Put);
        Assert.Null((await agency.Record(open))!.Hold);
        archive.Lock.IsShut = false;
        await officer.IsRefused(HttpStatusCode.OK, $"api/records/{agency.IdOf(hidden)}");
    }

    public sealed class UnwritableAudit : RunningArchive
    {
        public AuditLock Lock { get; } = new();

        protected override void Adjust(IServiceCollection services)
        {
            var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
            options.AddPolicy(Lock, HttpPipelinePosition.PerCall);
            services.AddSingleton(options);
        }
    }

    /// <summary>Answers every insert into the audit with 503 while it is shut.</summary>
    public sealed class AuditLock : HttpPipelinePolicy
    {
        public bool IsShut { get; set; }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (IsShut && message.Request.Method == RequestMethod.Post && message.Request.Uri.Path.EndsWith($"/{StorageNames.Audit}", StringComparison.Ordinal))
                throw new Azure.RequestFailedException(503, "The table is busy.");
            return ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Tables are written asynchronously.");
    }
}
