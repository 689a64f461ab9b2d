using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Fixity;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>An archive whose preserved files can be damaged, each in its own way.</summary>
internal sealed class CheckedArchive : PunctualArchive
{
    internal static readonly CancellationToken Never = CancellationToken.None;
    internal static readonly DateOnly Transferred = new(2028, 1, 10);
    internal static readonly DateOnly Checked = FixitySchedule.First(Transferred);

    public Trouble Trouble { get; } = new();

    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(Host.Services);

    /// <summary>Where the release of a consignment's copies is asked for.</summary>
    internal static string Release(Consignment consignment) => $"api/agencies/{consignment.Agency}/transfers/{consignment.Id}/release";

    internal static async Task<ArchiveRecord> RecordOf(Depositor agency, byte[] content) => (await agency.Record(content))!;

    /// <summary>An agency whose only document has been transferred: its bytes, its record and the consignment.</summary>
    public async Task<(Depositor Agency, byte[] Content, ArchiveRecord Record, Consignment Consignment)> OneTransferred()
    {
        var agency = await NewAgency();
        var content = await agency.Deposits("a.pdf", Complete("15/03/1998"));
        await Settles();
        await WakesOn(Transferred);
        return (agency, content, await RecordOf(agency, content), await ConsignmentOf(agency));
    }

    /// <summary>The day comes, and with it the checks that fall due.</summary>
    public async Task ChecksOn(DateOnly day)
    {
        await WakesOn(day);
        await Get<FunctionRuntime>().RunAsync(nameof(AnnounceFixityChecks));
        await Settles();
    }

    /// <summary>The only consignment of an agency.</summary>
    public async Task<Consignment> ConsignmentOf(Depositor agency) => await Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None).SingleAsync();

    public async Task<bool> InVault(ArchiveRecord record) => await Get<Vault>().Content(record).ExistsAsync();

    /// <summary>Something happens to a preserved file; returns what it was.</summary>
    public async Task<byte[]> Damages(string path, FixityOutcome how)
    {
        var file = Get<PreservedPackages>().File(path);
        var bytes = (await file.DownloadContentAsync()).Value.Content.ToArray();
        byte[] changed = [.. bytes];
        changed[^1] ^= 1;
        if (how == FixityOutcome.Differs)
            await file.UploadAsync(BinaryData.FromBytes(changed), overwrite: true);
        if (how == FixityOutcome.Missing)
            await file.DeleteAsync();
        if (how == FixityOutcome.Unreadable)
            Trouble.Unreadable = path;
        return bytes;
    }

    public async Task Heals(string path, byte[] bytes)
    {
        Trouble.Unreadable = null;
        await Get<PreservedPackages>().File(path).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);
    }

    protected override void Adjust(IServiceCollection services)
    {
        base.Adjust(services);
        var blobs = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        blobs.AddPolicy(Trouble, HttpPipelinePosition.PerCall);
        services.AddSingleton(blobs);
    }
}

/// <summary>A file that the service cannot give, or a service that gives nothing.</summary>
internal sealed class Trouble : HttpPipelinePolicy
{
    public string? Unreadable { get; set; }

    public bool AllIsAway { get; set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The function app calls storage asynchronously.");

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var path = Uri.UnescapeDataString(message.Request.Uri.ToUri().AbsolutePath);
        var preserved = path.Contains("/preserved", StringComparison.Ordinal);
        if (preserved && AllIsAway)
            throw new RequestFailedException(503, "The service is away.");
        if (message.Request.Method == RequestMethod.Get && Unreadable is { } file && path.EndsWith(file, StringComparison.Ordinal))
            throw new RequestFailedException(500, "The bytes do not come.");
        return ProcessNextAsync(message, pipeline);
    }
}
