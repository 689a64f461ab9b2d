using System.Buffers.Binary;

namespace SampleMaker.Typography;

/// <summary>A TrueType font as its tables stand in the file.</summary>
internal sealed class FontFile
{
    private readonly byte[] data;
    private readonly Dictionary<string, Range> tables = [];
    private readonly Dictionary<char, int> glyphs = [];

    public FontFile(string name, byte[] data)
    {
        (Name, this.data) = (name, data);
        for (var entry = 12; entry < 12 + (16 * U16(4)); entry += 16)
            tables[System.Text.Encoding.ASCII.GetString(data, entry, 4)] = U32(entry + 8)..(U32(entry + 8) + U32(entry + 12));
        ReadCharacterMap();
    }

    /// <summary>The PostScript name.</summary>
    public string Name { get; }

    /// <summary>Font units in one em.</summary>
    public int UnitsPerEm => U16(Start("head") + 18);

    /// <summary>The bytes of a table.</summary>
    public ReadOnlySpan<byte> Table(string tag) => data.AsSpan(tables[tag]);

    /// <summary>The glyph of a letter; a letter the font lacks is a defect of the sample.</summary>
    public int Glyph(char letter) => glyphs.TryGetValue(letter, out var glyph)
        ? glyph
        : throw new ArgumentException($"{Name} has no glyph for U+{(int)letter:X4}.", nameof(letter));

    /// <summary>How far a glyph moves the pen, in font units.</summary>
    public int Advance(int glyph) => U16(Start("hmtx") + (4 * Math.Min(glyph, U16(Start("hhea") + 34) - 1)));

    /// <summary>The left side bearing of a glyph, in font units.</summary>
    public int Bearing(int glyph)
    {
        var metrics = U16(Start("hhea") + 34);
        return glyph < metrics ? U16(Start("hmtx") + (4 * glyph) + 2) : U16(Start("hmtx") + (4 * metrics) + (2 * (glyph - metrics)));
    }

    /// <summary>The outline of a glyph as the file holds it; empty for a space.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (loca, glyf) = (Start("loca"), Start("glyf"));
        var isLong = U16(Start("head") + 50) == 1;
        var from = isLong ? U32(loca + (4 * glyph)) : 2 * U16(loca + (2 * glyph));
        var to = isLong ? U32(loca + (4 * glyph) + 4) : 2 * U16(loca + (2 * glyph) + 2);
        return data.AsSpan(glyf + from, to - from);
    }

    /// <summary>The width of a text in points at a size.</summary>
    public double Width(string text, double size) => text.Sum(letter => Advance(Glyph(letter))) * size / UnitsPerEm;

    private int Start(string tag) => tables[tag].Start.Value;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private int U32(int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));

    /// <summary>Format 4 of the Windows Unicode map: segments of neighbouring letters.</summary>
    private void ReadCharacterMap()
    {
        var cmap = Start("cmap");
        var record = Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + 4 + (8 * i)).First(at => U16(at) == 3 && U16(at + 2) == 1);
        var map = cmap + U32(record + 4);
        var segments = U16(map + 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var (end, start) = (U16(map + 14 + (2 * i)), U16(map + 16 + (2 * (segments + i))));
            for (var letter = start; letter <= end && letter != 0xFFFF; letter++)
                ReadGlyph(map + 16 + (4 * segments) + (2 * i), segments, letter, start);
        }
    }

    private void ReadGlyph(int delta, int segments, int letter, int start)
    {
        var rangeAt = delta + (2 * segments);
        var range = U16(rangeAt);
        var glyph = range == 0 ? letter : U16(rangeAt + range + (2 * (letter - start)));
        if (glyph != 0)
            glyphs[(char)letter] = (glyph + U16(delta)) & 0xFFFF;
    }
}
