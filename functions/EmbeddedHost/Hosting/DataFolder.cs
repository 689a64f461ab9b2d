using IOPath = System.IO.Path;

namespace EmbeddedHost.Hosting;

/// <summary>Everything an embedded archive keeps, in one folder that one host at a time holds.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>Where Azurite keeps blobs, queues and tables.</summary>
    public string Storage => IOPath.Combine(Path, "azurite");

    /// <summary>Which Azurite works on this folder, see <see cref="EmbeddedHost.Storage.AzuriteState"/>.</summary>
    public string StorageState => IOPath.Combine(Path, "storage.json");

    /// <summary>What the present Azurite has said.</summary>
    public string StorageLog => IOPath.Combine(Path, "azurite.log");

    /// <summary>The search index; it can be rebuilt.</summary>
    public string Search => IOPath.Combine(Path, "search");

    /// <summary>Which blobs were run and when timers ran.</summary>
    public string Functions => IOPath.Combine(Path, "functions");

    /// <summary>The private key of the development issuer.</summary>
    public string SigningKey => IOPath.Combine(Path, "signing-key.pem");

    /// <summary>The development keys of custody receipts, and all their public halves.</summary>
    public string Keys => KeysIn(Path);

    /// <summary>The folder of a host that was given none: <c>.archive</c> in the repository root, or in the current folder for a published host.</summary>
    public static string Default => IOPath.Combine(RepositoryRoot.Find() ?? Environment.CurrentDirectory, ".archive");

    /// <summary><see cref="Keys"/> of a folder that nobody needs to hold.</summary>
    public static string KeysIn(string folder) => IOPath.Combine(folder, "keys");

    /// <summary>Makes the folder where it is missing and takes it for this process.</summary>
    /// <param name="path">The folder; null for <see cref="Default"/>.</param>
    /// <exception cref="StartRefusedException">Another host holds it, or it cannot be written.</exception>
    public static DataFolder Claim(string? path)
    {
        var full = IOPath.GetFullPath(path ?? Default);
        try
        {
            Directory.CreateDirectory(full);
            return FileLock.TryTake(IOPath.Combine(full, "host.lock")) is { } held
                ? new DataFolder(full, held)
                : throw new StartRefusedException($"Another archive is already running on the data folder {full}. Stop it, or choose another with --data.");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new StartRefusedException($"The data folder {full} cannot be used: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
