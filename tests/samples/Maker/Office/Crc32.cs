namespace SampleMaker.Office;

/// <summary>CRC-32 as ZIP and PNG use it.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (sum, _) => (sum >> 1) ^ (0xEDB88320u & (uint)-(int)(sum & 1))))];

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> content)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var value in content)
            sum = (sum >> 8) ^ Table[(byte)(sum ^ value)];
        return ~sum;
    }
}
