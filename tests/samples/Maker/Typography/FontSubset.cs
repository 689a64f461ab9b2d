using System.Buffers.Binary;

namespace SampleMaker.Typography;

/// <summary>The part of a font a document uses, with its glyphs renumbered from 0.</summary>
internal sealed class FontSubset
{
    private readonly FontFile font;
    private readonly List<int> glyphs = [0];

    public FontSubset(FontFile font, IEnumerable<char> letters)
    {
        this.font = font;
        Letters = [.. letters.Distinct().Order()];
        foreach (var letter in Letters)
            Keep(font.Glyph(letter));
    }

    /// <summary>The letters it can write, in code order.</summary>
    public IReadOnlyList<char> Letters { get; }

    /// <summary>The font it was taken from.</summary>
    public FontFile Font => font;

    /// <summary>The number of a letter's glyph in this subset.</summary>
    public int Number(char letter) => glyphs.IndexOf(font.Glyph(letter));

    /// <summary>The font file of the subset, as PDF embeds it.</summary>
    public byte[] ToFile()
    {
        var outlines = glyphs.ConvertAll(Renumbered);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = [.. outlines.SelectMany(outline => outline)],
            ["loca"] = Offsets(outlines),
            ["hmtx"] = [.. glyphs.SelectMany(glyph => new[] { font.Advance(glyph), font.Bearing(glyph) }).SelectMany(value => new[] { (byte)(value >> 8), (byte)value })],
            ["head"] = With(font.Table("head"), 50, 1),
            ["hhea"] = With(font.Table("hhea"), 34, glyphs.Count),
            ["maxp"] = With(font.Table("maxp"), 4, glyphs.Count),
        };
        return Assemble(tables);
    }

    private void Keep(int glyph)
    {
        if (glyphs.Contains(glyph))
            return;
        glyphs.Add(glyph);
        if (GlyphData.IsComposite(font.Outline(glyph)))
            GlyphData.Parts(font.Outline(glyph)).ForEach(part => Keep(part.Glyph));
    }

    private byte[] Renumbered(int glyph)
    {
        var outline = GlyphData.WithoutInstructions(font.Outline(glyph));
        if (GlyphData.IsComposite(outline))
        {
            foreach (var part in GlyphData.Parts(outline))
                BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(part.At), (ushort)glyphs.IndexOf(part.Glyph));
        }

        return [.. outline, .. new byte[(4 - (outline.Length % 4)) % 4]];
    }

    private static byte[] Offsets(List<byte[]> outlines)
    {
        var offsets = new byte[4 * (outlines.Count + 1)];
        for (var (i, at) = (0, 0); i < outlines.Count; i++)
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * (i + 1)), at += outlines[i].Length);
        return offsets;
    }

    private static byte[] With(ReadOnlySpan<byte> table, int at, int value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)value);
        return copy;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var head = new byte[12 + (16 * tables.Count)];
        var body = new List<byte>();
        BinaryPrimitives.WriteInt32BigEndian(head, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(4), (short)tables.Count);
        var entry = 12;
        foreach (var (tag, table) in tables)
        {
            System.Text.Encoding.ASCII.GetBytes(tag, head.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(entry + 4), Checksum(table));
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(entry + 8), head.Length + body.Count);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(entry + 12), table.Length);
            body.AddRange(table);
            body.AddRange(new byte[(4 - (table.Length % 4)) % 4]);
            entry += 16;
        }

        return [.. head, .. body];
    }

    private static uint Checksum(byte[] table)
    {
        var sum = 0u;
        for (var i = 0; i < table.Length; i++)
            sum = unchecked(sum + ((uint)table[i] << (24 - (8 * (i % 4)))));
        return sum;
    }
}
