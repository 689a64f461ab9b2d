namespace SampleMaker.Scan;

/// <summary>Black dots on white, one bit each, rows padded to bytes; a set bit is white, as PDF's DeviceGray has it.</summary>
internal sealed class Raster
{
    public Raster(int width, int height)
    {
        (Width, Height) = (width, height);
        Dots = new byte[Stride * height];
        Array.Fill(Dots, (byte)0xFF);
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Dots { get; }

    private int Stride => (Width + 7) / 8;

    /// <summary>Makes a dot black; outside the page nothing happens.</summary>
    public void Blacken(int x, int y)
    {
        if (x >= 0 && x < Width && y >= 0 && y < Height)
            Dots[(y * Stride) + (x / 8)] &= (byte)~(0x80 >> (x % 8));
    }

    /// <summary>Fills polygons by the nonzero rule, which keeps overlapping parts of a letter black and its holes white.</summary>
    public void Fill(IReadOnlyList<List<(double X, double Y)>> polygons)
    {
        if (polygons.Count == 0)
            return;
        var (top, bottom) = (polygons.Min(polygon => polygon.Min(point => point.Y)), polygons.Max(polygon => polygon.Max(point => point.Y)));
        for (var y = (int)top; y <= (int)bottom; y++)
            FillRow(y, polygons.SelectMany(polygon => Crossings(polygon, y + 0.5)).OrderBy(crossing => crossing.X).ToList());
    }

    private void FillRow(int y, List<(double X, int Winding)> crossings)
    {
        var winding = 0;
        for (var i = 0; i + 1 < crossings.Count; i++)
        {
            winding += crossings[i].Winding;
            for (var x = (int)Math.Ceiling(crossings[i].X - 0.5); winding != 0 && x < crossings[i + 1].X - 0.5; x++)
                Blacken(x, y);
        }
    }

    private static IEnumerable<(double X, int Winding)> Crossings(List<(double X, double Y)> polygon, double y)
    {
        for (var i = 0; i < polygon.Count; i++)
        {
            var (from, to) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            if ((from.Y <= y) != (to.Y <= y))
                yield return (from.X + ((y - from.Y) / (to.Y - from.Y) * (to.X - from.X)), from.Y < to.Y ? 1 : -1);
        }
    }
}
