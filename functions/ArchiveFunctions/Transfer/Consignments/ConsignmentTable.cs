using System.Text.Json;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>A consignment as the table holds it.</summary>
/// <param name="Consignment">Its state.</param>
/// <param name="Tag">Its ETag.</param>
public sealed record HeldConsignment(Consignment Consignment, ETag Tag);

/// <summary>Where a consigned record's content lies in the package.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Path">Below the package's root.</param>
public sealed record PackedRecord(string RecordId, string Path);

/// <summary>
/// The consignments: a row each, one partition per agency, and two lists beside it in the work container, because ten thousand names do not fit
/// into a row: what was put in, and, once it is packaged, every file of the package with its digest. The second is written before the row says verified.
/// </summary>
public sealed class ConsignmentTable(TableServiceClient tables, BlobServiceClient blobs)
{
    private readonly TableClient table = tables.GetTableClient(StorageNames.Consignments);
    private readonly BlobContainerClient lists = blobs.GetBlobContainerClient(StorageNames.Work);

    /// <summary>Whether something can be a consignment's id.</summary>
    public static bool IsId(string text) => text.Length == 27 && text[0] == 'c' && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Writes a new consignment, its list first; false when it is there already, and then nothing changes.</summary>
    public async Task<bool> Create(Consignment consignment, IReadOnlyList<ConsignedRecord> records, CancellationToken stop)
    {
        await List(consignment.Id, "records").UploadAsync(BinaryData.FromObjectAsJson(records), overwrite: true, stop);
        try
        {
            await table.AddEntityAsync(Row(consignment), stop);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return false;
        }
    }

    /// <summary>A consignment, or null.</summary>
    public async Task<HeldConsignment?> Find(AgencyCode agency, string id, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(agency.Value, id, cancellationToken: stop);
        return row.HasValue ? new HeldConsignment(RowText.Read<Consignment>(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>An agency's consignments, in no meaningful order.</summary>
    public IAsyncEnumerable<Consignment> Of(AgencyCode agency, CancellationToken stop) =>
        table.QueryAsync<TableEntity>(row => row.PartitionKey == agency.Value, cancellationToken: stop).Select(RowText.Read<Consignment>);

    /// <summary>
    /// All that stand in one state, of every agency. The service looks through the rows, of which the city's agencies make some thousands a year, and
    /// sends only these.
    /// </summary>
    public IAsyncEnumerable<Consignment> In(ConsignmentState state, CancellationToken stop)
    {
        var name = state.ToString();
        return table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"State eq {name}"), cancellationToken: stop).Select(RowText.Read<Consignment>);
    }

    /// <summary>Those that are on their way and were last written before a moment.</summary>
    public IAsyncEnumerable<Consignment> Unfinished(DateTimeOffset before, CancellationToken stop) =>
        table.QueryAsync<TableEntity>(row => row.Timestamp < before, cancellationToken: stop)
            .Where(row => row.GetString("State") is nameof(ConsignmentState.Formed) or nameof(ConsignmentState.Verified) or nameof(ConsignmentState.Accepted) || row.GetBoolean("Releasing") == true)
            .Select(RowText.Read<Consignment>);

    /// <summary>Writes the next state of a consignment; returns it as it is held then.</summary>
    /// <exception cref="RequestFailedException">412: it has changed since it was read.</exception>
    public async Task<HeldConsignment> Write(HeldConsignment held, Consignment next, CancellationToken stop)
    {
        var written = await table.UpdateEntityAsync(Row(next), held.Tag, TableUpdateMode.Replace, stop);
        return new HeldConsignment(next, written.Headers.ETag ?? throw new InvalidDataException($"Consignment {next.Id} was written without an ETag."));
    }

    /// <summary>What was put in.</summary>
    public Task<IReadOnlyList<ConsignedRecord>> Records(string id, CancellationToken stop) => Read<ConsignedRecord>(id, "records", stop);

    /// <summary>Every file of the package, in its order.</summary>
    public Task<IReadOnlyList<PackedFile>> Files(string id, CancellationToken stop) => Read<PackedFile>(id, "files", stop);

    /// <summary>Writes the files of the package.</summary>
    public Task WriteFiles(string id, IReadOnlyList<PackedFile> files, CancellationToken stop) =>
        List(id, "files").UploadAsync(BinaryData.FromObjectAsJson(files), overwrite: true, stop);

    /// <summary>Where each record of the package lies.</summary>
    public async Task<IReadOnlyList<PackedRecord>> Packed(string id, CancellationToken stop) =>
        [.. (await Files(id, stop)).Where(file => file is { IsContent: true, RecordId: not null }).Select(file => new PackedRecord(file.RecordId!, file.Path))];

    private async Task<IReadOnlyList<T>> Read<T>(string id, string name, CancellationToken stop) =>
        JsonSerializer.Deserialize<List<T>>((await List(id, name).DownloadContentAsync(stop)).Value.Content) ?? throw new InvalidDataException($"Consignment {id} has no list '{name}'.");

    private BlobClient List(string id, string name) => lists.GetBlobClient($"consignments/{id}/{name}.json");

    private static TableEntity Row(Consignment consignment)
    {
        var row = new TableEntity(consignment.Agency.Value, consignment.Id) { ["State"] = consignment.State.ToString(), ["Releasing"] = consignment.Release is { DoneAt: null } };
        RowText.Write(row, consignment);
        return row;
    }
}
