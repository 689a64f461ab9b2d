using System.Buffers.Binary;

namespace SampleMaker.Pdf;

/// <summary>
/// Deflate with fixed codes (RFC 1951). Why not the runtime's: its compressor gives other bytes on another processor or runtime version,
/// and the committed samples are compared byte by byte.
/// </summary>
internal sealed class Deflate
{
    private const int Shortest = 3, Longest = 258, Window = 32768, Tries = 48;
    private static readonly int[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    private readonly byte[] data;
    private readonly int[] previous;
    private readonly Dictionary<int, int> latest = [];
    private readonly List<byte> output = [];
    private uint held;
    private int heldBits;

    private Deflate(byte[] data) => (this.data, previous) = (data, new int[data.Length]);

    /// <summary>The bare stream, as ZIP holds it.</summary>
    public static byte[] Raw(byte[] data) => new Deflate(data).Run();

    /// <summary>The stream with header and checksum (RFC 1950), as PDF and PNG hold it.</summary>
    public static byte[] Zlib(byte[] data)
    {
        var (low, high) = (1u, 0u);
        foreach (var value in data)
            high = (high + (low = (low + value) % 65521)) % 65521;
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, (high << 16) | low);
        return [0x78, 0x01, .. Raw(data), .. checksum];
    }

    private byte[] Run()
    {
        Bits(0b011, 3);
        for (var at = 0; at < data.Length;)
        {
            var (length, distance) = Match(at);
            if (length < Shortest)
                Literal(data[at]);
            else
                Copy(length, distance);

            for (var end = at + Math.Max(length, 1); at < end; at++)
                Remember(at);
        }

        Literal(256);
        Bits(0, (8 - heldBits) % 8);
        return [.. output];
    }

    private int Key(int at) => data[at] | (data[at + 1] << 8) | (data[at + 2] << 16);

    private void Remember(int at)
    {
        if (at + Shortest > data.Length)
            return;
        previous[at] = latest.GetValueOrDefault(Key(at), -1);
        latest[Key(at)] = at;
    }

    private (int Length, int Distance) Match(int at)
    {
        var (length, distance) = (0, 0);
        if (at + Shortest > data.Length)
            return (length, distance);

        var candidate = latest.GetValueOrDefault(Key(at), -1);
        for (var tries = 0; candidate >= 0 && at - candidate <= Window && tries < Tries && length < Longest; tries++)
        {
            var common = data.AsSpan(at, Math.Min(Longest, data.Length - at)).CommonPrefixLength(data.AsSpan(candidate));
            if (common > length)
                (length, distance) = (common, at - candidate);
            candidate = previous[candidate];
        }

        return (length, distance);
    }

    private void Copy(int length, int distance)
    {
        var lengthCode = Array.FindLastIndex(LengthBase, start => start <= length);
        Literal(257 + lengthCode);
        Bits((uint)(length - LengthBase[lengthCode]), lengthCode is < 8 or 28 ? 0 : (lengthCode / 4) - 1);

        var distanceCode = Array.FindLastIndex(DistanceBase, start => start <= distance);
        Code((uint)distanceCode, 5);
        Bits((uint)(distance - DistanceBase[distanceCode]), distanceCode < 4 ? 0 : (distanceCode / 2) - 1);
    }

    private void Literal(int symbol)
    {
        if (symbol < 144)
            Code((uint)(0x30 + symbol), 8);
        else if (symbol < 256)
            Code((uint)(0x190 + symbol - 144), 9);
        else if (symbol < 280)
            Code((uint)(symbol - 256), 7);
        else
            Code((uint)(0xC0 + symbol - 280), 8);
    }

    /// <summary>Codes stand with their first bit first; everything else with its last.</summary>
    private void Code(uint value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
            Bits((value >> bit) & 1, 1);
    }

    private void Bits(uint value, int count)
    {
        held |= value << heldBits;
        for (heldBits += count; heldBits >= 8; heldBits -= 8, held >>= 8)
            output.Add((byte)held);
    }
}
