using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Archive.Tests.Packages.Reading;

/// <summary>An entry of a ZIP in which everything can be said wrongly.</summary>
internal sealed record RawEntry(string Name, byte[] Content)
{
    public byte[]? RawName { get; init; }

    /// <summary>The name that stands before the content, where it is another one.</summary>
    public string? LocalName { get; init; }

    public ushort Flags { get; init; } = 0x800;

    public ushort Method { get; init; }

    public ushort? LocalMethod { get; init; }

    public uint? Checksum { get; init; }

    public uint? LocalChecksum { get; init; }

    public long? Size { get; init; }

    public long? LocalSize { get; init; }

    public long? Packed { get; init; }

    public long? Offset { get; init; }

    public uint Attributes { get; init; }

    public byte[] Extra { get; init; } = [];

    public static RawEntry Deflated(string name, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return new RawEntry(name, packed.ToArray()) { Method = 8, Size = content.Length, Checksum = Sum(content) };
    }

    /// <summary>The checksum of ZIP, bit by bit: another way than the archive's.</summary>
    public static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }

        return ~crc;
    }
}

/// <summary>A ZIP written field by field.</summary>
internal sealed class RawZip
{
    private readonly MemoryStream bytes = new();
    private readonly List<(RawEntry Entry, long Offset)> entries = [];

    /// <summary>How many bytes of the file are not written, because they are zeros.</summary>
    public long Unwritten { get; set; }

    public long At => bytes.Length + Unwritten;

    public static byte[] Of(params RawEntry[] entries)
    {
        var zip = new RawZip();
        foreach (var entry in entries)
            zip.Add(entry);
        return zip.Ended();
    }

    public RawZip Add(RawEntry entry, long unwritten = 0)
    {
        entries.Add((entry, entry.Offset ?? At));
        var name = entry.LocalName is { } local ? Encoding.UTF8.GetBytes(local) : NameOf(entry);
        var after = (entry.Flags & 8) != 0;
        var size = after ? 0 : entry.LocalSize ?? SizeOf(entry, unwritten);
        var packed = after ? 0 : entry.Packed ?? entry.Content.Length + unwritten;
        Write("PK\x03\x04"u8);
        Shorts(45, entry.Flags, entry.LocalMethod ?? entry.Method, 0, 0x21);
        Ints(after ? 0 : entry.LocalChecksum ?? entry.Checksum ?? RawEntry.Sum(entry.Content), (uint)Math.Min(packed, uint.MaxValue), (uint)Math.Min(size, uint.MaxValue));
        var large = Large(size, packed, 0);
        Shorts((ushort)name.Length, (ushort)large.Length);
        Write(name);
        Write(large);
        Write(entry.Content);
        Unwritten += unwritten;
        return this;
    }

    public byte[] Ended(ulong? count = null, byte[]? trailing = null, int cut = 0)
    {
        var start = At;
        foreach (var (entry, offset) in entries)
            Directory(entry, offset);
        var size = At - start;
        var written = count ?? (ulong)entries.Count;
        if (written >= ushort.MaxValue || start >= uint.MaxValue)
            LargeEnd(written, size, start);
        Write("PK\x05\x06"u8);
        Shorts(0, 0, (ushort)Math.Min(written, ushort.MaxValue), (ushort)Math.Min(written, ushort.MaxValue));
        Ints((uint)size, (uint)Math.Min(start, uint.MaxValue));
        Shorts(0);
        Write(trailing ?? []);
        return bytes.ToArray()[..^cut];
    }

    private static byte[] NameOf(RawEntry entry) => entry.RawName ?? Encoding.UTF8.GetBytes(entry.Name);

    private static long SizeOf(RawEntry entry, long unwritten) => entry.Size ?? entry.Content.Length + unwritten;

    private void Directory(RawEntry entry, long offset)
    {
        var name = NameOf(entry);
        var unwritten = entry.Content.Length == 0 && entry.Size is { } declared ? declared : 0;
        var (size, packed) = (SizeOf(entry, 0), entry.Packed ?? entry.Content.Length + unwritten);
        byte[] extra = [.. Large(size, packed, offset), .. entry.Extra];
        Write("PK\x01\x02"u8);
        Shorts(0x031E, 45, entry.Flags, entry.Method, 0, 0x21);
        Ints(entry.Checksum ?? RawEntry.Sum(entry.Content), (uint)Math.Min(packed, uint.MaxValue), (uint)Math.Min(size, uint.MaxValue));
        Shorts((ushort)name.Length, (ushort)extra.Length, 0, 0, 0);
        Ints(entry.Attributes, (uint)Math.Min(offset, uint.MaxValue));
        Write(name);
        Write(extra);
    }

    private void LargeEnd(ulong count, long size, long start)
    {
        var at = At;
        Write("PK\x06\x06"u8);
        Longs(44);
        Shorts(45, 45);
        Ints(0, 0);
        Longs((long)count, (long)count, size, start);
        Write("PK\x06\x07"u8);
        Ints(0);
        Longs(at);
        Ints(1);
    }

    private static byte[] Large(long size, long packed, long offset)
    {
        var values = new[] { size, packed, offset }.Where(value => value >= uint.MaxValue).ToArray();
        if (values.Length == 0)
            return [];

        var extra = new byte[4 + (8 * values.Length)];
        extra[0] = 1;
        extra[2] = (byte)(8 * values.Length);
        for (var at = 0; at < values.Length; at++)
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(4 + (8 * at)), values[at]);
        return extra;
    }

    private void Write(ReadOnlySpan<byte> part) => bytes.Write(part);

    private void Shorts(params ReadOnlySpan<ushort> values)
    {
        foreach (var value in values)
            Write([(byte)value, (byte)(value >> 8)]);
    }

    private void Ints(params ReadOnlySpan<uint> values)
    {
        foreach (var value in values)
            Write(BitConverter.GetBytes(value));
    }

    private void Longs(params ReadOnlySpan<long> values)
    {
        foreach (var value in values)
            Write(BitConverter.GetBytes(value));
    }
}
