namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>Where a page's visible part lies in its own coordinates, and how it is turned for the reader (ISO 32000-1, 7.7.3.3, 8.3.2).</summary>
/// <param name="Left">The left edge.</param>
/// <param name="Bottom">The lower edge.</param>
/// <param name="BoxWidth">The width before turning, in points.</param>
/// <param name="BoxHeight">The height before turning.</param>
/// <param name="Turned">Degrees clockwise: 0, 90, 180 or 270.</param>
internal sealed record PageGeometry(double Left, double Bottom, double BoxWidth, double BoxHeight, int Turned)
{
    /// <summary>The shorter side of A4: on a larger or smaller sheet a mark grows or shrinks with it.</summary>
    private const double UsualSide = 595;

    /// <summary>The width the reader sees.</summary>
    public double Width => Turned % 180 == 0 ? BoxWidth : BoxHeight;

    /// <summary>The height the reader sees.</summary>
    public double Height => Turned % 180 == 0 ? BoxHeight : BoxWidth;

    /// <summary>How large marks are, so that they can be read on a drawing of A0 as on a slip.</summary>
    public double Scale => Math.Clamp(Math.Min(Width, Height) / UsualSide, 0.3, 6);

    /// <summary>The page's coordinates of what the reader sees at a place, scaled: the six numbers of <c>cm</c>.</summary>
    public double[] Place(double x, double y, double scale) => Turned switch
    {
        90 => [0, scale, -scale, 0, Left + BoxWidth - y, Bottom + x],
        180 => [-scale, 0, 0, -scale, Left + BoxWidth - x, Bottom + BoxHeight - y],
        270 => [0, -scale, scale, 0, Left + y, Bottom + BoxHeight - x],
        _ => [scale, 0, 0, scale, Left + x, Bottom + y],
    };

    /// <summary>The rectangle, in the page's coordinates, that a mark of this size takes there: left, bottom, right, top.</summary>
    public double[] Rectangle(double x, double y, double width, double height)
    {
        var (one, other) = (Place(x, y, 1), Place(x + width, y + height, 1));
        return [Math.Min(one[4], other[4]), Math.Min(one[5], other[5]), Math.Max(one[4], other[4]), Math.Max(one[5], other[5])];
    }

    /// <summary>The matrix that turns a mark as the page is turned, and no more.</summary>
    public double[] Turn => [.. Place(0, 0, 1)[..4], 0, 0];
}
