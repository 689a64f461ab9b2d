using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace ArchiveFunctions.Records;

/// <summary>
/// Storage clients for a connection setting, read as the Functions host reads it: a connection string, or <c>blobServiceUri</c> and
/// <c>tableServiceUri</c> below the name with an identity (a user-assigned one by <c>clientId</c>).
/// </summary>
internal static class StorageConnections
{
    public static BlobServiceClient Blobs(IConfiguration configuration, string connection, BlobClientOptions options) =>
        configuration[connection] is { Length: > 0 } text
            ? new BlobServiceClient(text, options)
            : new BlobServiceClient(ServiceUri(configuration, connection, "blobServiceUri"), Identity(configuration, connection), options);

    public static TableServiceClient Tables(IConfiguration configuration, string connection, TableClientOptions options) =>
        configuration[connection] is { Length: > 0 } text
            ? new TableServiceClient(text, options)
            : new TableServiceClient(ServiceUri(configuration, connection, "tableServiceUri"), Identity(configuration, connection), options);

    private static Uri ServiceUri(IConfiguration configuration, string connection, string name) =>
        configuration[$"{connection}:{name}"] is { Length: > 0 } uri
            ? new Uri(uri)
            : throw new InvalidOperationException($"Setting '{connection}' is missing: give a connection string or '{connection}__{name}'.");

    private static TokenCredential Identity(IConfiguration configuration, string connection) =>
        configuration[$"{connection}:clientId"] is { Length: > 0 } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new DefaultAzureCredential();
}
