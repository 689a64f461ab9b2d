using System.Buffers.Binary;

namespace SampleMaker.Typography;

/// <summary>A part of a composite glyph.</summary>
/// <param name="At">Where its glyph number stands in the outline.</param>
/// <param name="Glyph">The glyph number.</param>
/// <param name="X">Shift in font units.</param>
/// <param name="Y">Shift in font units.</param>
internal readonly record struct GlyphPart(int At, int Glyph, int X, int Y);

/// <summary>Reading and trimming of TrueType outlines.</summary>
internal static class GlyphData
{
    private const int WordArguments = 0x0001, HasScale = 0x0008, MoreParts = 0x0020, HasTwoScales = 0x0040, HasMatrix = 0x0080, HasInstructions = 0x0100;

    /// <summary>Whether the outline is put together from other glyphs.</summary>
    public static bool IsComposite(ReadOnlySpan<byte> outline) => outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0;

    /// <summary>The parts of a composite outline.</summary>
    public static List<GlyphPart> Parts(ReadOnlySpan<byte> outline) => Parts(outline, out _);

    /// <summary>The outline without hinting instructions: they are half of the bytes and a sample needs none.</summary>
    public static byte[] WithoutInstructions(ReadOnlySpan<byte> outline)
    {
        if (outline.Length == 0)
            return [];
        return IsComposite(outline) ? CompositeWithoutInstructions(outline) : SimpleWithoutInstructions(outline);
    }

    private static List<GlyphPart> Parts(ReadOnlySpan<byte> outline, out int end)
    {
        var parts = new List<GlyphPart>();
        var at = 10;
        for (var flags = MoreParts; (flags & MoreParts) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            var isWord = (flags & WordArguments) != 0;
            parts.Add(new GlyphPart(
                at + 2,
                BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]),
                isWord ? BinaryPrimitives.ReadInt16BigEndian(outline[(at + 4)..]) : (sbyte)outline[at + 4],
                isWord ? BinaryPrimitives.ReadInt16BigEndian(outline[(at + 6)..]) : (sbyte)outline[at + 5]));
            at += (isWord ? 8 : 6) + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }

        end = at;
        return parts;
    }

    private static byte[] CompositeWithoutInstructions(ReadOnlySpan<byte> outline)
    {
        var parts = Parts(outline, out var end);
        var trimmed = outline[..end].ToArray();
        foreach (var part in parts)
            trimmed[part.At - 2] &= unchecked((byte)~(HasInstructions >> 8));
        return trimmed;
    }

    private static byte[] SimpleWithoutInstructions(ReadOnlySpan<byte> outline)
    {
        var at = 10 + (2 * BinaryPrimitives.ReadInt16BigEndian(outline));
        var length = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
        return [.. outline[..at], 0, 0, .. outline[(at + 2 + length)..]];
    }
}
