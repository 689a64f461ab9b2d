using System.Security.Cryptography;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>The stretches of a file that a signature signs: everything in front of it and everything behind it.</summary>
internal sealed class SignedRanges
{
    private readonly long[] numbers;
    private readonly long size;

    private SignedRanges(long[] numbers, long size) => (this.numbers, this.size) = (numbers, size);

    /// <summary>Whether the stretches begin with the file, leave out one gap, and end with the file.</summary>
    public bool CoversWholeFile => numbers.Length == 4 && numbers[0] == 0 && End == size;

    private long End => numbers[^2] + numbers[^1];

    /// <summary>Makes sense of a byte range; otherwise says why there is none to make.</summary>
    public static (SignedRanges? Ranges, string? Problem) Parse(long[]? numbers, long size)
    {
        if (numbers is not { Length: >= 4 } || numbers.Length % 2 != 0)
            return (null, "the byte range is malformed");

        long end = 0;
        for (var i = 0; i < numbers.Length; i += 2)
        {
            var (from, length) = (numbers[i], numbers[i + 1]);
            if (from < 0 || length < 0 || from > size || length > size - from)
                return (null, "the byte range leaves the file");
            if (from < end)
                return (null, "the byte range overlaps itself");
            end = from + length;
        }

        return (new(numbers, size), null);
    }

    /// <summary>
    /// Whether the gap is the signature itself and nothing else. A larger gap is how content is changed without touching what was signed.
    /// </summary>
    public async Task<bool> LeavesOutOnlyTheSignatureAsync(Stream stream, byte[] signature, CancellationToken stop)
    {
        var (from, to) = (numbers[0] + numbers[1], numbers[2]);
        if (numbers.Length != 4 || numbers[0] != 0 || to - from < 2 || to - from > (16 << 20))
            return false;

        var gap = await stream.ReadAtAsync(from, (int)(to - from), stop);
        return gap.Length >= 2 && gap[0] == '<' && gap[^1] == '>' && IsHexadecimalOf(gap.AsSpan(1, gap.Length - 2), signature);
    }

    /// <summary>The digest of the stretches, read once, in blocks.</summary>
    public async Task<byte[]> HashAsync(Stream stream, HashAlgorithmName algorithm, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        var block = new byte[256 << 10];
        for (var i = 0; i < numbers.Length; i += 2)
        {
            stream.Position = numbers[i];
            for (var left = numbers[i + 1]; left > 0;)
            {
                var read = await stream.ReadAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), stop);
                if (read == 0)
                    break;
                hash.AppendData(block, 0, read);
                left -= read;
            }
        }

        return hash.GetHashAndReset();
    }

    private static bool IsHexadecimalOf(ReadOnlySpan<byte> digits, ReadOnlySpan<byte> bytes)
    {
        var nibbles = 0;
        foreach (var digit in digits)
        {
            if (char.IsWhiteSpace((char)digit))
                continue;
            if (!char.IsAsciiHexDigit((char)digit) || nibbles / 2 >= bytes.Length)
                return false;

            var expected = nibbles % 2 == 0 ? bytes[nibbles / 2] >> 4 : bytes[nibbles / 2] & 15;
            if (Convert.ToInt32(((char)digit).ToString(), 16) != expected)
                return false;
            nibbles++;
        }

        return (nibbles + 1) / 2 == bytes.Length;
    }
}
