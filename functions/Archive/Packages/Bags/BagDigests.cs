using System.Buffers;
using System.Security.Cryptography;

namespace Archive.Packages.Bags;

/// <summary>A file's size and all the checksums asked for, from one pass over its bytes.</summary>
internal static class BagDigests
{
    /// <summary>Large enough that the way through the runtime costs nothing beside the digest.</summary>
    private const int WindowBytes = 1 << 20;

    /// <param name="source">The bytes.</param>
    /// <param name="target">Where they are passed on to; null when nowhere.</param>
    /// <param name="algorithms">Which checksums.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<(long Size, byte[][] Digests)> OfAsync(Stream source, Stream? target, IReadOnlyList<BagAlgorithm> algorithms, CancellationToken stop)
    {
        var hashes = algorithms.Select(algorithm => IncrementalHash.CreateHash(algorithm.Hash)).ToArray();
        var window = ArrayPool<byte>.Shared.Rent(WindowBytes);
        try
        {
            long size = 0;
            for (int read; (read = await source.ReadAsync(window.AsMemory(0, WindowBytes), stop)) > 0; size += read)
            {
                if (target is not null)
                    await target.WriteAsync(window.AsMemory(0, read), stop);
                foreach (var hash in hashes)
                    hash.AppendData(window, 0, read);
            }

            return (size, [.. hashes.Select(hash => hash.GetHashAndReset())]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(window);
            foreach (var hash in hashes)
                hash.Dispose();
        }
    }
}
