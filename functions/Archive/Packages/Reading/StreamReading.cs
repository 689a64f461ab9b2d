namespace Archive.Packages.Reading;

/// <summary>Reading a stretch of a stream.</summary>
internal static class StreamReading
{
    /// <summary>Exactly so many bytes from there.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public static async Task<byte[]> StretchAsync(this Stream stream, long position, int count, CancellationToken stop)
    {
        if (position < 0 || position > stream.Length - count)
            throw new EndOfStreamException();

        var bytes = new byte[count];
        stream.Position = position;
        await stream.ReadExactlyAsync(bytes, stop);
        return bytes;
    }
}
