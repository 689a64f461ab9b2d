using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Records;

/// <summary>
/// Makes the containers and tables of empty storage accounts. For the embedded host and tests: on Azure the templates in <c>infra/</c> do
/// it, with policies that no client can set.
/// </summary>
public sealed class Provisioning(BlobServiceClient blobs, HistoricalStorage historical, TableServiceClient tables)
{
    /// <summary>Makes what is missing; done twice, it is done once.</summary>
    public Task EnsureAsync(CancellationToken stop) => Task.WhenAll(
        [
            .. StorageNames.Containers.Select(name => blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: stop)),
            .. StorageNames.HistoricalContainers.Select(name => historical.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: stop)),
            .. StorageNames.Tables.Select(name => (Task)tables.CreateTableIfNotExistsAsync(name, stop)),
        ]);
}
