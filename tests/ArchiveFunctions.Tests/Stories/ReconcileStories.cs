using Archive.Records;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// What is left lying in the inbox is found again, however long it takes; the clock is moved by the story. Each story has an archive of its
/// own: blobs are dated by the storage service, whose clock no story moves, so one story's hours would count in the next.
/// </summary>
public sealed class ReconcileStories : IAsyncLifetime
{
    private readonly PatientArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task An_upload_that_fails_five_times_is_set_aside_and_taken_up_again_an_hour_later()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Set aside for an hour");
        archive.Vault.IsFull = true;
        await agency.Puts("a.pdf", content);
        await archive.Settles();

        Assert.Equal("received", (await agency.SeesOf("a.pdf")).Status);
        Assert.Equal("A-900", Assert.Single((await agency.SeesOf("a.pdf")).Findings));
        Assert.Contains(archive.Complaints, line => line.Contains("failed five times", StringComparison.Ordinal));
        Assert.NotEmpty(await archive.InInbox(agency));

        archive.Vault.IsFull = false;
        await archive.Passes(TimeSpan.FromMinutes(59));
        Assert.Null(await agency.Record(content));
        await archive.Passes(TimeSpan.FromMinutes(2));
        Assert.Equal(RecordStatus.Described, (await agency.Record(content))!.Status);
        Assert.Equal(("admitted", 0), (await agency.SeesOf("a.pdf")) is var (status, findings) ? (status, findings.Length) : default);
        Assert.Empty(await archive.InInbox(agency));
    }

    [Fact]
    public async Task A_sidecar_whose_document_never_comes_is_refused_after_a_day()
    {
        var agency = await archive.NewAgency();
        await agency.Describes("never.pdf", new { subject = "Không có văn bản" });
        await archive.Settles();
        await archive.Passes(TimeSpan.FromHours(23));
        Assert.Equal("received", (await agency.SeesOf("never.pdf.metadata.json")).Status);

        await archive.Passes(TimeSpan.FromHours(2));
        var (status, findings) = await agency.SeesOf("never.pdf.metadata.json");
        Assert.Equal("refused", status);
        Assert.Equal("S-202", Assert.Single(findings));
        Assert.Equal(2, (await archive.InQuarantine(agency.Code.Value)).Count);
        Assert.Empty(await archive.InInbox(agency));

        var late = Documents.Pdf("After all");
        await agency.Puts("never.pdf", late);
        await archive.Settles();
        Assert.Null((await agency.Record(late))!.Description.Said(Archive.Description.Field.Subject, Archive.Description.StatementSource.Depositor));
        Assert.Equal("refused", (await agency.SeesOf("never.pdf.metadata.json")).Status);
    }

    /// <summary>An archive whose clock runs ahead by as much as a story says, and whose vault can refuse.</summary>
    public sealed class PatientArchive : RunningArchive
    {
        private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

        public FullVault Vault { get; } = new();

        /// <summary>Time passes; reconciliation runs when its time comes, and once more at the end.</summary>
        public async Task Passes(TimeSpan time)
        {
            clock.Advance(time);
            await Settles();
            await Get<FunctionRuntime>().RunAsync("ReconcileInbox");
            await Settles();
        }

        protected override void Adjust(IServiceCollection services)
        {
            var blobs = new BlobClientOptions();
            blobs.AddPolicy(Vault, HttpPipelinePosition.PerCall);
            services.AddSingleton(blobs).AddSingleton<TimeProvider>(clock);
            var runtime = (FunctionRuntimeOptions)services.Last(service => service.ServiceType == typeof(FunctionRuntimeOptions)).ImplementationInstance!;
            services.AddSingleton(runtime with { BlobRetryDelay = static _ => TimeSpan.Zero });
        }
    }

    /// <summary>While full, nothing can be kept, for a reason that is no outage.</summary>
    public sealed class FullVault : HttpPipelinePolicy
    {
        private volatile bool full;

        public bool IsFull { get => full; set => full = value; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (full && message.Request.Method == RequestMethod.Put && message.Request.Uri.Path.Contains("/vault/", StringComparison.Ordinal))
                throw new RequestFailedException(403, "The vault takes nothing more.");
            return ProcessNextAsync(message, pipeline);
        }
    }
}
