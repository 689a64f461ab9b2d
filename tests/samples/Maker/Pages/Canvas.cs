using SampleMaker.Typography;

namespace SampleMaker.Pages;

/// <summary>The colours of administrative documents.</summary>
internal enum Ink
{
    Black,
    Red,
}

/// <summary>A line of text. Points from the page's top left corner; <paramref name="Y"/> is the baseline.</summary>
/// <param name="Gap">Points added to every space, to justify the line.</param>
internal sealed record TextRun(double X, double Y, string Text, Face Face, double Size, double Gap = 0, Ink Ink = Ink.Black);

/// <summary>A straight line between two points.</summary>
internal sealed record Stroke(double X1, double Y1, double X2, double Y2, double Thickness = 0.7, Ink Ink = Ink.Black);

/// <summary>An A4 page as what is drawn on it, for any medium: PDF text or the dots of a scan.</summary>
internal sealed class Canvas
{
    public const double Width = 595.28, Height = 841.89;

    public List<TextRun> Texts { get; } = [];

    public List<Stroke> Strokes { get; } = [];

    /// <summary>A line of text round a middle.</summary>
    public void Centred(double middle, double y, string text, Face face, double size, Ink ink = Ink.Black) =>
        Texts.Add(new TextRun(middle - (Typeface.Width(text, face, size) / 2), y, text, face, size, 0, ink));

    /// <summary>A horizontal rule round a middle.</summary>
    public void Rule(double middle, double y, double width) => Strokes.Add(new Stroke(middle - (width / 2), y, middle + (width / 2), y));

    /// <summary>A stamp: a word in a box.</summary>
    public void Stamp(double middle, double y, string text)
    {
        var half = (Typeface.Width(text, Face.Bold, 13) / 2) + 9;
        Centred(middle, y + 15, text, Face.Bold, 13, Ink.Red);
        foreach (var (x1, y1, x2, y2) in new[] { (-half, 0, half, 0), (half, 0, half, 21), (half, 21, -half, 21), (-half, 21, -half, 0d) })
            Strokes.Add(new Stroke(middle + x1, y + y1, middle + x2, y + y2, 1.2, Ink.Red));
    }
}
