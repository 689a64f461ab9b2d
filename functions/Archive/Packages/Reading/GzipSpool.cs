using System.IO.Compression;
using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>
/// Unpacks gzip into one file of the work area, so that a tar within it can be read entry by entry, in any order. The file has a name of chance, is
/// no longer than the limits allow, and is gone when it is closed. A bomb is stopped while it unpacks.
/// </summary>
internal static class GzipSpool
{
    private const int WindowBytes = 128 << 10;

    public static async Task<FileStream> UnpackAsync(Stream packed, string workArea, PackageLimits limits, CancellationToken stop)
    {
        var spool = new FileStream(Path.Combine(workArea, Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            packed.Position = 0;
            await using var gzip = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
            await CopyAsync(gzip, packed.Length, spool, limits, stop);
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    private static async Task CopyAsync(GZipStream gzip, long packed, FileStream spool, PackageLimits limits, CancellationToken stop)
    {
        var window = new byte[WindowBytes];
        for (int read; (read = await gzip.ReadAsync(window, stop)) > 0;)
        {
            if (spool.Position == 0 && !TarHeader.Is(window.AsSpan(0, read)))
                throw new PackageBrokenException(FindingCodes.PackageNotRecognised, "");
            limits.Judge((ulong)(spool.Position + read), packed);
            await spool.WriteAsync(window.AsMemory(0, read), stop);
        }

        if (spool.Position == 0)
            throw new PackageBrokenException(FindingCodes.PackageNotRecognised, "");
    }
}
