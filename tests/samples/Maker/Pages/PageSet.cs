using System.Globalization;
using SampleMaker.Typography;

namespace SampleMaker.Pages;

/// <summary>Pages being filled from the top, with the margins and the page numbers of NĐ 30/2020 annex I.</summary>
internal sealed class PageSet
{
    /// <summary>Left margin 30 mm, right 18 mm, top 22 mm, bottom 20 mm, in points.</summary>
    public const double Left = 85, Right = Canvas.Width - 51, Top = 62, Bottom = Canvas.Height - 57, Middle = (Left + Right) / 2;

    public PageSet() => Pages.Add(new Canvas());

    public List<Canvas> Pages { get; } = [];

    /// <summary>The page being filled.</summary>
    public Canvas Page => Pages[^1];

    /// <summary>The baseline of the last line set.</summary>
    public double Y { get; set; } = Top;

    /// <summary>Goes to a new page, numbered in the middle of the top margin.</summary>
    public void Turn()
    {
        Pages.Add(new Canvas());
        Page.Centred(Canvas.Width / 2, 45, Pages.Count.ToString(CultureInfo.InvariantCulture), Face.Regular, 13);
        Y = Top;
    }

    /// <summary>Turns the page if so much does not fit any more.</summary>
    public void Need(double height)
    {
        if (Y + height > Bottom)
            Turn();
    }

    /// <summary>The next baseline, on a new page if need be.</summary>
    public double Next(double leading)
    {
        Need(leading);
        return Y += leading;
    }
}
