using System.Buffers.Binary;
using SampleMaker.Typography;

namespace SampleMaker.Scan;

/// <summary>A glyph as closed polygons in font units, its curves broken into short straight lines.</summary>
internal static class GlyphShape
{
    private const int OnCurve = 1, ShortX = 2, ShortY = 4, Repeats = 8, SameOrPositiveX = 16, SameOrPositiveY = 32;

    private readonly record struct Point(double X, double Y, bool IsOnCurve);

    /// <summary>The polygons of a glyph, shifted.</summary>
    public static IEnumerable<List<(double X, double Y)>> Polygons(FontFile font, int glyph, double dx = 0, double dy = 0)
    {
        var outline = font.Outline(glyph).ToArray();
        if (outline.Length == 0)
            return [];
        return GlyphData.IsComposite(outline)
            ? GlyphData.Parts(outline).SelectMany(part => Polygons(font, part.Glyph, dx + part.X, dy + part.Y))
            : Contours(outline).Select(contour => Flatten(contour, dx, dy));
    }

    private static IEnumerable<List<Point>> Contours(byte[] outline)
    {
        var ends = Enumerable.Range(0, BinaryPrimitives.ReadInt16BigEndian(outline)).Select(i => U16(outline, 10 + (2 * i))).ToList();
        var at = 10 + (2 * ends.Count);
        at += 2 + U16(outline, at);
        var flags = Flags(outline, ref at, ends[^1] + 1);
        var xs = Coordinates(outline, ref at, flags, ShortX, SameOrPositiveX);
        var ys = Coordinates(outline, ref at, flags, ShortY, SameOrPositiveY);

        var points = flags.Select((flag, i) => new Point(xs[i], ys[i], (flag & OnCurve) != 0)).ToList();
        return ends.Select((end, i) => points[(i == 0 ? 0 : ends[i - 1] + 1)..(end + 1)]);
    }

    private static int U16(byte[] outline, int at) => BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));

    private static List<byte> Flags(byte[] outline, ref int at, int count)
    {
        var flags = new List<byte>();
        while (flags.Count < count)
        {
            var flag = outline[at++];
            flags.AddRange(Enumerable.Repeat(flag, (flag & Repeats) != 0 ? 1 + outline[at++] : 1));
        }

        return flags;
    }

    private static List<int> Coordinates(byte[] outline, ref int at, List<byte> flags, int isShort, int sameOrPositive)
    {
        var (values, value) = (new List<int>(), 0);
        foreach (var flag in flags)
        {
            if ((flag & isShort) != 0)
            {
                value += (flag & sameOrPositive) != 0 ? outline[at] : -outline[at];
                at++;
            }
            else if ((flag & sameOrPositive) == 0)
            {
                value += BinaryPrimitives.ReadInt16BigEndian(outline.AsSpan(at));
                at += 2;
            }

            values.Add(value);
        }

        return values;
    }

    /// <summary>Between two points off the curve lies one on it, in their middle.</summary>
    private static List<(double X, double Y)> Flatten(List<Point> contour, double dx, double dy)
    {
        var whole = contour.SelectMany((point, i) =>
        {
            var next = contour[(i + 1) % contour.Count];
            return point.IsOnCurve || next.IsOnCurve ? [point] : new[] { point, new Point((point.X + next.X) / 2, (point.Y + next.Y) / 2, true) };
        }).ToList();

        var start = whole.FindIndex(point => point.IsOnCurve);
        var line = new List<(double X, double Y)>();
        for (var i = 0; i < whole.Count; i++)
        {
            var (point, next) = (whole[(start + i) % whole.Count], whole[(start + i + 1) % whole.Count]);
            if (point.IsOnCurve)
                line.Add((point.X + dx, point.Y + dy));
            else
                line.AddRange(Curve(line[^1], (point.X + dx, point.Y + dy), (next.X + dx, next.Y + dy)));
        }

        return line;
    }

    private static IEnumerable<(double X, double Y)> Curve((double X, double Y) from, (double X, double Y) control, (double X, double Y) to) =>
        new[] { 0.25, 0.5, 0.75 }.Select(t => (Bend(from.X, control.X, to.X, t), Bend(from.Y, control.Y, to.Y, t)));

    private static double Bend(double from, double control, double to, double t) => ((1 - t) * (1 - t) * from) + (2 * t * (1 - t) * control) + (t * t * to);
}
