using System.IO.Compression;
using System.Text;

namespace Archive.Packages.Bags;

/// <summary>
/// Writes bags of BagIt 1.0 that keep every rule of <see cref="BagRules"/>, forward only and in flat memory: each file is read once, in the plan's
/// order, and its checksums are kept until the manifests are written after it. The same plan gives the same bytes.
/// </summary>
public static class BagWriter
{
    /// <summary>Writes a bag as a ZIP, to a stream that need not be seekable.</summary>
    /// <exception cref="InvalidOperationException">The plan is refused: ask <see cref="BagRefusal.Of"/> first.</exception>
    /// <exception cref="InvalidDataException">A file's bytes are not those the plan knows; what was written is no bag.</exception>
    public static async Task WriteZipAsync(BagPlan plan, Stream target, CancellationToken stop)
    {
        await using var passed = new PassedOnStream(target);
        await using (var zip = await ZipArchive.CreateAsync(passed, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, stop))
            await new BagWriting(plan, (path, write) => Store(zip, path, write), stop).EverythingAsync();
        await passed.PassOnAsync(stop);

        async Task Store(ZipArchive zip, string path, Func<Stream, Task> write)
        {
            // Content is packed already as a rule, and the rest is small: the fastest packing takes what there is to take.
            var entry = zip.CreateEntry($"{plan.Name}/{path}", CompressionLevel.Fastest);
            entry.LastWriteTime = new DateTimeOffset(plan.Bagged, TimeOnly.MinValue, TimeSpan.Zero);
            await using (var bytes = await entry.OpenAsync(stop))
                await write(bytes);
            await passed.PassOnAsync(stop);
        }
    }

    /// <summary>Writes a bag as a folder within another, where nothing of its name may be yet. What stopped half-way has no bagit.txt.</summary>
    /// <exception cref="InvalidOperationException">The plan is refused: ask <see cref="BagRefusal.Of"/> first.</exception>
    /// <exception cref="InvalidDataException">A file's bytes are not those the plan knows; what was written is no bag.</exception>
    public static Task WriteFolderAsync(BagPlan plan, string parent, CancellationToken stop)
    {
        return new BagWriting(plan, Store, stop).EverythingAsync();

        async Task Store(string path, Func<Stream, Task> write)
        {
            var file = Path.Combine(parent, plan.Name, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var bytes = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            await write(bytes);
        }
    }
}
