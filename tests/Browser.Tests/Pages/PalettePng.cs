using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Browser.Tests.Pages;

/// <summary>A screenshot in 256 colours (PNG, colour type 3), which for pages is as good and a third of the size: words and lines have few colours.</summary>
internal static class PalettePng
{
    private const int Most = 256;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The same picture; colours beyond the most used become the nearest of those.</summary>
    /// <param name="png">As a browser writes it: eight bits a channel, not interlaced.</param>
    public static byte[] Of(byte[] png)
    {
        var chunks = Chunks(png).ToList();
        var header = chunks.Single(chunk => chunk.Type == "IHDR").Data;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        var depth = (header[8], header[9], header[12]) switch { (8, 2, 0) => 3, (8, 6, 0) => 4, var other => throw new InvalidDataException($"A screenshot of kind {other} is not expected.") };
        var pixels = Pixels([.. chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data)], width, height, depth);

        int[] palette = [.. pixels.CountBy(colour => colour).OrderByDescending(colour => colour.Value).ThenBy(colour => colour.Key).Take(Most).Select(colour => colour.Key)];
        var places = new Dictionary<int, byte>(palette.Select((colour, at) => KeyValuePair.Create(colour, (byte)at)));
        var rows = new byte[height * (width + 1)]; // Each row begins with its filter: none.
        for (var at = 0; at < pixels.Length; at++)
        {
            if (!places.TryGetValue(pixels[at], out var place))
                places[pixels[at]] = place = (byte)Nearest(pixels[at], palette);
            rows[(at / width * (width + 1)) + 1 + (at % width)] = place;
        }

        byte[] kind = [.. header[..8], 8, 3, 0, 0, 0];
        byte[] colours = [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })];
        return [.. Signature, .. Chunk("IHDR", kind), .. Chunk("PLTE", colours), .. Chunk("IDAT", Deflated(rows)), .. Chunk("IEND", [])];
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        for (var at = Signature.Length; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc32.HashToUInt32(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    /// <summary>Undoes the filters of the rows (PNG, 9.2); a colour is one number, without its transparency.</summary>
    private static int[] Pixels(byte[] deflated, int width, int height, int depth)
    {
        using var rows = new ZLibStream(new MemoryStream(deflated), CompressionMode.Decompress);
        var pixels = new int[width * height];
        var (above, row) = (new byte[width * depth], new byte[width * depth]);
        for (var y = 0; y < height; y++, (above, row) = (row, above))
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            for (var x = 0; x < row.Length; x++)
                row[x] += (byte)Predicted(filter, x < depth ? 0 : row[x - depth], above[x], x < depth ? 0 : above[x - depth]);
            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = (row[x * depth] << 16) | (row[(x * depth) + 1] << 8) | row[(x * depth) + 2];
        }

        return pixels;
    }

    private static int Predicted(int filter, int left, int above, int corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        4 => new[] { left, above, corner }.MinBy(one => Math.Abs(left + above - corner - one)),
        _ => throw new InvalidDataException($"A filter {filter} is not in PNG."),
    };

    private static int Nearest(int colour, int[] palette) => palette.Index().MinBy(one => Square(one.Item >> 16, colour >> 16) + Square(one.Item >> 8, colour >> 8) + Square(one.Item, colour)).Index;

    private static int Square(int one, int other) => ((one & 255) - (other & 255)) * ((one & 255) - (other & 255));

    private static byte[] Deflated(byte[] rows)
    {
        using var file = new MemoryStream();
        using (var deflating = new ZLibStream(file, CompressionLevel.SmallestSize, leaveOpen: true))
            deflating.Write(rows);
        return file.ToArray();
    }
}
