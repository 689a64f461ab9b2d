using System.Text.Json;

namespace EmbeddedHost.Triggers.Blobs;

/// <summary>What Azure puts on <c>webjobs-blobtrigger-poison</c> for a blob that was given up; names and order as there.</summary>
internal sealed record PoisonBlob(string Type, string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    public static string Message(string function, string container, WatchedBlob blob) =>
        JsonSerializer.Serialize(new PoisonBlob("BlobTrigger", function, "BlockBlob", container, blob.Name, blob.ETag));
}
