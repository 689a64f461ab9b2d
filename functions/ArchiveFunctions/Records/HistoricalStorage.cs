using Azure.Storage.Blobs;

namespace ArchiveFunctions.Records;

/// <summary>
/// The account of the city's historical archive (setting <see cref="StorageNames.Historical"/>). A type of its own, so that nothing meant for
/// the agencies' account is written there, or the other way round.
/// </summary>
/// <param name="Blobs">Its blobs.</param>
public sealed record HistoricalStorage(BlobServiceClient Blobs);
