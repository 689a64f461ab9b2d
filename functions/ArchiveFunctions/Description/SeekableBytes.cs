namespace ArchiveFunctions.Description;

/// <summary>Reading parts of a stream without trusting its length.</summary>
internal static class SeekableBytes
{
    /// <summary>The bytes at an offset, fewer where the stream ends.</summary>
    public static async Task<byte[]> ReadAtAsync(this Stream stream, long offset, int count, CancellationToken stop)
    {
        stream.Position = offset;
        var bytes = new byte[count];
        var read = await stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, stop);
        return read == count ? bytes : bytes[..read];
    }

    /// <summary>The whole stream, or null when it holds more than a limit.</summary>
    public static async Task<byte[]?> ReadWholeAsync(this Stream stream, long size, int limit, CancellationToken stop)
    {
        if (size > limit)
            return null;

        return await stream.ReadAtAsync(0, (int)size, stop);
    }
}
