using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Blobs;

/// <summary>
/// Remembers which version of which blob a function has run on, in a local file that is only appended to: a storage account would cost a
/// request per blob. A line is a JSON array of ETag and name; a line torn by a crash is dropped, and its blob runs again.
/// </summary>
internal sealed class BlobReceipts : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string ETag, int Look)> entries = new(StringComparer.Ordinal);
    private readonly string path;
    private FileStream file;
    private int lines;
    private int look;

    private BlobReceipts(string path) => (this.path, file) = (path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));

    public static BlobReceipts Open(string path, string function, ILogger log)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var receipts = new BlobReceipts(path);
        var torn = receipts.Load();
        if (torn > 0)
            Log.ReceiptsTorn(log, function, torn, path);
        return receipts;
    }

    public bool Covers(string name, string etag)
    {
        lock (gate)
            return entries.TryGetValue(name, out var entry) && entry.ETag == etag;
    }

    public void Add(WatchedBlob blob)
    {
        lock (gate)
        {
            file.Write(Line(blob.ETag, blob.Name));
            lines++;
            entries[blob.Name] = (blob.ETag, look);
        }
    }

    /// <summary>A listing of the whole container begins.</summary>
    public void LookBegins()
    {
        lock (gate)
            look++;
    }

    /// <summary>The listing showed this blob.</summary>
    public void Saw(string name)
    {
        lock (gate)
        {
            if (entries.TryGetValue(name, out var entry))
                entries[name] = entry with { Look = look };
        }
    }

    /// <summary>
    /// The listing showed all there is. Receipts older than it and not seen in it belong to blobs that are gone; the file is written anew
    /// after the first listing, and later whenever most of it is such waste.
    /// </summary>
    public void LookEnds()
    {
        lock (gate)
        {
            foreach (var gone in entries.Where(entry => entry.Value.Look < look).Select(entry => entry.Key).ToList())
                entries.Remove(gone);
            var waste = lines - entries.Count;
            if (waste > 0 && (look == 1 || (waste > 10_000 && waste > entries.Count)))
                Rewrite();
        }
    }

    public void Dispose()
    {
        lock (gate)
            file.Dispose();
    }

    private int Load()
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var unreadable = end < bytes.Length ? 1 : 0;
        file.SetLength(end);
        file.Seek(0, SeekOrigin.End);

        foreach (var line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            lines++;
            if (TryParse(line) is [var etag, var name])
                entries[name] = (etag, 0);
            else
                unreadable++;
        }

        return unreadable;
    }

    private void Rewrite()
    {
        var fresh = path + ".new";
        using (var writing = new FileStream(fresh, FileMode.Create))
        {
            foreach (var (name, entry) in entries)
                writing.Write(Line(entry.ETag, name));
        }

        file.Dispose();
        File.Move(fresh, path, overwrite: true);
        file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        lines = entries.Count;
    }

    private static byte[] Line(string etag, string name) => [.. JsonSerializer.SerializeToUtf8Bytes(new[] { etag, name }), (byte)'\n'];

    private static string[]? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
