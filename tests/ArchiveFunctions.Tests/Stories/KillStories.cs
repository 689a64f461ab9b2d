using Archive.Records;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// A run may end before or after any of its writes. Each case lets one write of an upload's way through the archive be the last thing a run
/// does, and looks at the end: one record, described, found, and nothing left to do.
/// </summary>
public sealed class KillStories(KillStories.KillableArchive archive) : IClassFixture<KillStories.KillableArchive>
{
    /// <summary>Vault, record, outcome, description, inbox, lease taken, deadlines, lease given back.</summary>
    private const int Writes = 8;

    public static TheoryData<int, bool> EveryWrite => [.. Enumerable.Range(1, Writes).SelectMany(write => new[] { (write, false), (write, true) })];

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task A_run_that_ends_at_a_write_is_finished_by_the_next(int write, bool written)
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf($"Killed at write {write} {written}");
        archive.Death.At(write, written);
        await agency.Puts("a.pdf", content);
        await archive.Settles();

        Assert.True(archive.Death.HasCome, "The write this case is about was never made.");
        Assert.Equal((RecordStatus.Described, 2), (await agency.Record(content) is { } record ? (record.Status, record.Version) : default));
        Assert.Equal("admitted", (await agency.SeesOf("a.pdf")).Status);
        Assert.Empty(await archive.InInbox(agency));
        Assert.Equal(1, (await agency.Finds("killed at write")).GetProperty("count").GetInt32());
    }

    /// <summary>
    /// A second upload of bytes that are held says more of them than the first, and its run ends at a write: vault, record, restatement,
    /// outcome, the sidecar's outcome.
    /// </summary>
    public static TheoryData<int, bool> EveryWriteOfRestating => [.. Enumerable.Range(1, 5).SelectMany(write => new[] { (write, false), (write, true) })];

    [Theory]
    [MemberData(nameof(EveryWriteOfRestating))]
    public async Task What_a_second_upload_says_is_described_and_found_wherever_its_run_ends(int write, bool written)
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf($"Restated at write {write} {written}");
        await agency.Describes("a.pdf", new { mode = "02", subject = "Before" });
        await agency.Puts("a.pdf", content);
        await agency.Describes("b.pdf", new { mode = "02", subject = "Afterwards" });
        await archive.Settles();

        archive.Death.At(write, written);
        await agency.Puts("b.pdf", content);
        await archive.Settles();

        Assert.True(archive.Death.HasCome, "The write this case is about was never made.");
        Assert.Equal(RecordStatus.Described, (await agency.Record(content))!.Status);
        Assert.Equal("alreadyHeld", (await agency.SeesOf("b.pdf")).Status);
        Assert.Equal("alreadyHeld", (await agency.SeesOf("b.pdf.metadata.json")).Status);
        Assert.Empty(await archive.InInbox(agency));
        Assert.Equal(1, (await agency.Finds("afterwards")).GetProperty("count").GetInt32());
    }

    /// <summary>
    /// Bytes that are held and public come again, marked secret, and the run ends at a write: the withholding, the report, the sidecar's
    /// outcome, the document's.
    /// </summary>
    public static TheoryData<int, bool> EveryWriteOfWithholding => [.. Enumerable.Range(1, 4).SelectMany(write => new[] { (write, false), (write, true) })];

    [Theory]
    [MemberData(nameof(EveryWriteOfWithholding))]
    public async Task A_record_whose_bytes_come_again_as_secret_is_found_by_nobody_wherever_that_run_ends(int write, bool written)
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf($"Secret at write {write} {written}");
        await agency.Describes("a.pdf", new { mode = "01" });
        await agency.Puts("a.pdf", content);
        await agency.Describes("b.pdf", new { mode = "03" });
        await archive.Settles();
        Assert.Equal(1, (await agency.Finds("secret at write")).GetProperty("count").GetInt32());

        archive.Death.At(write, written);
        await agency.Puts("b.pdf", content);
        await archive.Settles();

        Assert.True(archive.Death.HasCome, "The write this case is about was never made.");
        Assert.Equal(RecordStatus.Withheld, (await agency.Record(content))!.Status);
        Assert.Equal("refused", (await agency.SeesOf("b.pdf")).Status);
        Assert.Equal("refused", (await agency.SeesOf("b.pdf.metadata.json")).Status);
        Assert.Empty(await archive.InInbox(agency));
        Assert.Equal(["report.json"], (await archive.InQuarantine(agency.Code.Value)).Select(blob => blob.Split('/')[^1]));
        Assert.Equal(0, (await agency.Finds("secret at write")).GetProperty("count").GetInt32());
    }

    /// <summary>An archive whose storage clients can be made to fail at a chosen write of the function app.</summary>
    public sealed class KillableArchive : RunningArchive
    {
        public Death Death { get; } = new();

        protected override void Adjust(IServiceCollection services)
        {
            var blobs = new BlobClientOptions();
            var tables = new TableClientOptions();
            blobs.AddPolicy(Death, HttpPipelinePosition.PerCall);
            tables.AddPolicy(Death, HttpPipelinePosition.PerCall);
            services.AddSingleton(blobs).AddSingleton(tables);

            var runtime = (FunctionRuntimeOptions)services.Last(service => service.ServiceType == typeof(FunctionRuntimeOptions)).ImplementationInstance!;
            services.AddSingleton(runtime with { BlobRetryDelay = static _ => TimeSpan.FromMilliseconds(50) });
        }
    }

    /// <summary>Ends the run that makes the chosen write: before it is sent, or after it was done.</summary>
    public sealed class Death : HttpPipelinePolicy
    {
        private readonly Lock gate = new();
        private int left;
        private bool afterwards;

        public bool HasCome { get; private set; }

        public void At(int write, bool written)
        {
            lock (gate)
                (left, afterwards, HasCome) = (write + 1, written, false); // One more: the depositor's own PUT goes through the same client.
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The function app calls storage asynchronously.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var chosen = message.Request.Method != RequestMethod.Get && message.Request.Method != RequestMethod.Head && IsChosen();
            if (chosen && !afterwards)
                throw new KilledException();
            await ProcessNextAsync(message, pipeline);
            if (chosen)
                throw new KilledException();
        }

        private bool IsChosen()
        {
            lock (gate)
            {
                if (left == 0 || --left > 0)
                    return false;
                return HasCome = true;
            }
        }
    }

    /// <summary>What a kill looks like from inside: nothing after it happens.</summary>
    public sealed class KilledException : Exception;
}
