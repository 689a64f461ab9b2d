using Azure.Storage.Blobs;

namespace EmbeddedHost.Samples;

/// <summary>What the loading of samples must know of the archive.</summary>
/// <param name="IsEmpty">Whether nothing is held and nothing waits.</param>
/// <param name="Admitted">How many records are held.</param>
public sealed record Holdings(Func<CancellationToken, Task<bool>> IsEmpty, Func<CancellationToken, Task<int>> Admitted)
{
    private static readonly string[] Containers = ["inbox", "quarantine", "vault"];

    /// <summary>Read off the containers: empty when none of inbox, quarantine and vault holds a blob; admitted is what lies in the vault.</summary>
    public static Holdings OfContainers(string archiveConnection)
    {
        var account = new BlobServiceClient(archiveConnection);
        return new Holdings(
            async stop =>
            {
                foreach (var name in Containers)
                {
                    if (await CountAsync(account, name, most: 1, stop) > 0)
                        return false;
                }

                return true;
            },
            stop => CountAsync(account, "vault", int.MaxValue, stop));
    }

    private static async Task<int> CountAsync(BlobServiceClient account, string name, int most, CancellationToken stop)
    {
        var container = account.GetBlobContainerClient(name);
        return await container.ExistsAsync(stop) ? await container.GetBlobsAsync(cancellationToken: stop).Take(most).CountAsync(stop) : 0;
    }
}
