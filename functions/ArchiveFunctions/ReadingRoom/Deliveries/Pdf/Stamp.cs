using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>
/// Words to be put on pages, with the letters of their font embedded: set once as a little document of their own, whose objects are taken over into
/// the revision.
/// </summary>
internal sealed class Stamp
{
    private const double Leading = 1.25;
    private const double Edge = 2;
    private readonly byte[] sheet;

    private Stamp(byte[] sheet, double width, double height) => (this.sheet, Width, Height) = (sheet, width, height);

    /// <summary>In points.</summary>
    public double Width { get; }

    /// <summary>In points.</summary>
    public double Height { get; }

    /// <summary>Sets lines of words, each centred.</summary>
    /// <param name="bold">Whether they are bold.</param>
    /// <param name="lines">The words with their sizes in points.</param>
    public static Stamp Of(bool bold, params IReadOnlyList<(string Words, double Size)> lines)
    {
        using var ruler = new Ruler(bold);
        var set = lines.Select(line => (Words: ruler.Writable(line.Words), line.Size)).Select(line => (line.Words, line.Size, Width: ruler.Width(line.Words, line.Size))).ToList();
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddTrueTypeFont(CopyFont.Of(bold));
        var (width, height) = (set.Max(line => line.Width) + Edge, set.Sum(line => line.Size * Leading) + Edge);
        var page = builder.AddPage(width, height);
        var top = height;
        foreach (var line in set)
        {
            top -= line.Size * Leading;
            page.AddText(line.Words, line.Size, new PdfPoint((width - line.Width) / 2, top + (line.Size * 0.25)), font);
        }

        return new Stamp(builder.Build(), width, height);
    }

    /// <summary>Takes it over as a form XObject (ISO 32000-1, 8.10).</summary>
    /// <param name="revision">Where to.</param>
    /// <param name="matrix">How it is turned; upright unless told.</param>
    public IndirectReferenceToken AddTo(PdfRevision revision, double[]? matrix = null)
    {
        using var source = PdfDocument.Open(sheet);
        var page = PageTree.Of(source, CancellationToken.None).Single();
        var content = (StreamToken)source.Resolve(page.Dictionary, NameToken.Contents)!;
        var taken = new Dictionary<IndirectReference, IndirectReferenceToken>();
        var form = Tokens.Dictionary([
            .. content.StreamDictionary.Data.Select(entry => (entry.Key, entry.Value)),
            ("Type", NameToken.Create("XObject")),
            ("Subtype", NameToken.Create("Form")),
            ("BBox", Tokens.Numbers(0, 0, Width, Height)),
            ("Resources", Take(page.Resources)),
            .. matrix is null ? Enumerable.Empty<(string, IToken)>() : [("Matrix", Tokens.Numbers(matrix))],
        ]);
        return revision.Add(new StreamToken(form, content.Data));

        IToken Take(IToken token) => token switch
        {
            IndirectReferenceToken place => taken.TryGetValue(place.Data, out var known) ? known : taken[place.Data] = revision.Add(Take(source.Resolve(place)!)),
            DictionaryToken dictionary => Tokens.Dictionary(dictionary.Data.Select(entry => (entry.Key, Take(entry.Value)))),
            ArrayToken array => new ArrayToken([.. array.Data.Select(Take)]),
            StreamToken stream => new StreamToken((DictionaryToken)Take(stream.StreamDictionary), stream.Data),
            _ => token,
        };
    }
}
