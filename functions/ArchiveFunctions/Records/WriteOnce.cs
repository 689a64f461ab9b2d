using Azure;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Records;

/// <summary>Writes that are refused because something is there.</summary>
internal static class WriteOnce
{
    /// <summary>What a container's immutability policy answers where a blob would be replaced; the client has no name for it.</summary>
    public const string Protected = "BlobImmutableDueToPolicy";

    /// <summary>
    /// Whether a write with <c>If-None-Match: *</c> was refused because the name is taken. Under an immutability policy the service may say that the
    /// blob is protected instead, without having looked at the condition: the two mean the same to whoever only creates.
    /// </summary>
    public static bool IsTaken(RequestFailedException refused) =>
        refused.ErrorCode == BlobErrorCode.BlobAlreadyExists || refused.ErrorCode == Protected;
}
