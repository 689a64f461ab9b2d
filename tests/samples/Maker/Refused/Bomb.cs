using SampleMaker.Office;

namespace SampleMaker.Refused;

/// <summary>Zeros packed as tightly as deflate can: two bits for every 258 of them.</summary>
internal static class Bomb
{
    private const int Copies = 190_000;

    /// <summary>
    /// The head of one dynamic block: of the literals only 0, 256 (end) and 285 (copy 258) have a code, of the distances only 1; then the
    /// first zero. Every copy after it is two zero bits.
    /// </summary>
    private static readonly string Head = string.Concat(
        "1", "01", // last block, dynamic codes (each number with its lowest bit first)
        "10111", "00000", "0111", // 286 literals, 1 distance, 18 code lengths
        "000" + "000" + "100", // lengths of the codes for 16, 17, 18: 18 has one bit
        string.Concat(Enumerable.Repeat("000", 12)), // 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13: unused
        "010" + "000" + "010", // 2 has two bits, 14 none, 1 two
        "11", "0" + "1111111", "0" + "0101011", // 0: two bits; 138 and 117 unused
        "11", "0" + "1000100", // 256: two bits; 28 unused
        "10", "10", // 285: one bit; distance 1: one bit
        "10"); // the first zero

    /// <summary>A part that unpacks to 49 million zeros.</summary>
    public static ZipPart Part(string name) => new(name, new byte[1 + (258 * Copies)], Pack(Head + new string('0', 2 * Copies) + "11"));

    private static byte[] Pack(string bits)
    {
        var bytes = new byte[(bits.Length + 7) / 8];
        for (var i = 0; i < bits.Length; i++)
            bytes[i / 8] |= (byte)((bits[i] - '0') << (i % 8));
        return bytes;
    }
}
