namespace EmbeddedHost.Hosting;

/// <summary>
/// A file held open for one process at a time. The system lets go of it when the process ends, however it ends. The file stays: deleting it
/// would let two processes hold two different files of one name.
/// </summary>
internal static class FileLock
{
    /// <summary>The lock, or null while another process holds it.</summary>
    public static FileStream? TryTake(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            return null; // A missing folder and the like are subclasses and go on to the caller.
        }
    }

    /// <summary>Waits for the lock.</summary>
    public static async Task<FileStream> TakeAsync(string file, TimeSpan pause, TimeProvider clock, CancellationToken stop)
    {
        while (true)
        {
            if (TryTake(file) is { } taken)
                return taken;
            await Task.Delay(pause, clock, stop);
        }
    }
}
