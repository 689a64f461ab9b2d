using System.Text;
using Archive.Records;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>
/// Measures words before they are set. What depositors and readers write may hold any letter of any script; the font has not all of them, and the
/// library writes no more than 256 different ones of a font into a document: the others are shown as a sign that one is missing.
/// </summary>
internal sealed class Ruler : IDisposable
{
    private const char Missing = '?';
    private const int MostLetters = 200;
    private readonly PdfDocumentBuilder builder = new();
    private readonly PdfDocumentBuilder.AddedFont font;
    private readonly PdfPageBuilder page;
    private readonly Dictionary<Rune, bool> letters = [];

    public Ruler(bool bold)
    {
        font = builder.AddTrueTypeFont(CopyFont.Of(bold));
        page = builder.AddPage(PageSize.A4);
    }

    /// <summary>The words as they can be set: composed, on one line.</summary>
    public string Writable(string words)
    {
        var written = new StringBuilder(words.Length);
        foreach (var letter in Vietnamese.Compose(words).EnumerateRunes())
            written.Append(Rune.IsControl(letter) ? " " : Has(letter) ? letter.ToString() : Missing.ToString());
        return written.ToString();
    }

    /// <summary>How wide writable words are, in points.</summary>
    public double Width(string words, double size) =>
        words.Length == 0 ? 0 : page.MeasureText(words, size, new PdfPoint(0, 0), font) is { Count: > 0 } set ? set.Max(letter => letter.EndBaseLine.X) : 0;

    /// <summary>The words in lines that are no wider than given; a word wider than a line is broken.</summary>
    public IEnumerable<string> Lines(string words, double size, double width)
    {
        var line = "";
        foreach (var word in Writable(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(60).Select(piece => new string(piece))))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }

    /// <inheritdoc/>
    public void Dispose() => builder.Dispose();

    private bool Has(Rune letter)
    {
        if (letters.TryGetValue(letter, out var known))
            return known;
        if (letters.Count >= MostLetters)
            return false;
        return letters[letter] = letter.IsBmp && Fits(letter);
    }

    private bool Fits(Rune letter)
    {
        try
        {
            return page.MeasureText(letter.ToString(), 10, new PdfPoint(0, 0), font).Count == 1;
        }
        catch (InvalidOperationException)
        {
            // What the library throws for a letter the font lacks.
            return false;
        }
    }
}
