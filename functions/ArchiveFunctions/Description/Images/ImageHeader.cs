using System.Buffers.Binary;

namespace ArchiveFunctions.Description.Images;

/// <summary>What an image's header declares.</summary>
/// <param name="Width">In pixels; of the largest image where there are several.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Images">How many images the file holds: pages of a TIFF, else 1.</param>
internal sealed record ImageHeader(long Width, long Height, int Images)
{
    /// <summary>How much of a JPEG is searched for its frame header: camera profiles and previews stand before it.</summary>
    private const int JpegSearched = 4 << 20;

    /// <summary>Reads the header; null when there is none to read. Only headers are read, never pixels.</summary>
    public static async Task<ImageHeader?> ReadAsync(Stream stream, long size, string mediaType, CancellationToken stop)
    {
        if (mediaType == "image/tiff")
            return await TiffDirectories.ReadAsync(stream, size, stop);

        var head = await stream.ReadAtAsync(0, (int)Math.Min(size, mediaType == "image/jpeg" ? JpegSearched : 64), stop);
        return mediaType switch
        {
            "image/png" when head.Length >= 24 && head.AsSpan(12, 4).SequenceEqual("IHDR"u8) =>
                new(BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20)), 1),
            "image/gif" when head.Length >= 10 =>
                new(BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)), 1),
            "image/jpeg" => Jpeg(head),
            _ => null,
        };
    }

    /// <summary>Walks the segments to the frame header (SOF0 to SOF15 but for DHT, JPG and DAC).</summary>
    private static ImageHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF)
                return null;

            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), 1);

            var alone = marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8);
            at += marker == 0xFF ? 1 : alone ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
