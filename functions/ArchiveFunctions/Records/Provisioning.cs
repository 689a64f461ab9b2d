using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

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

    /// <summary>
    /// Lets pages of these origins send uploads straight to the archive account (CORS of its blob service): <c>PUT</c> and nothing else. The right to
    /// do so is in the address of the slot. On Azure the templates set the same rule for the app's own origin.
    /// </summary>
    public async Task AllowUploadsFrom(IEnumerable<string> origins, CancellationToken stop)
    {
        // Read first: what a new object says of logging and metrics by default is no valid request.
        BlobServiceProperties properties = await blobs.GetPropertiesAsync(stop);
        properties.Cors =
        [
            new BlobCorsRule
            {
                AllowedOrigins = string.Join(',', origins),
                AllowedMethods = "PUT",
                AllowedHeaders = "content-type,if-none-match,x-ms-*",
                ExposedHeaders = "x-ms-error-code",
                MaxAgeInSeconds = 3600,
            },
        ];
        await blobs.SetPropertiesAsync(properties, stop);
    }
}
