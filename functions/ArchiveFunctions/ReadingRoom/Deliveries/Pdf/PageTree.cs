using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>A page object with what it inherits.</summary>
/// <param name="Reference">The object.</param>
/// <param name="Dictionary">What stands in it.</param>
/// <param name="Resources">Its resources, its own or inherited.</param>
/// <param name="Geometry">Where and how it is seen.</param>
internal sealed record PageObject(IndirectReference Reference, DictionaryToken Dictionary, DictionaryToken Resources, PageGeometry Geometry);

/// <summary>
/// The page objects of a document in order. Walked without recursion and never twice through one node, so that a tree that bites its own tail
/// ends; what cannot be read is a page too few, which the caller compares with what the document is said to have.
/// </summary>
internal static class PageTree
{
    private static readonly NameToken MediaBox = NameToken.Create("MediaBox");
    private static readonly NameToken CropBox = NameToken.Create("CropBox");
    private static readonly NameToken Rotate = NameToken.Create("Rotate");
    private static readonly NameToken[] Inherited = [NameToken.Resources, MediaBox, CropBox, Rotate];

    /// <summary>Reads them; the budget ends it.</summary>
    public static IEnumerable<PageObject> Of(PdfDocument document, CancellationToken budget)
    {
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<(IToken Node, DictionaryToken? Above)>();
        if (document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var root))
            open.Push((root, null));
        while (open.TryPop(out var next))
        {
            budget.ThrowIfCancellationRequested();
            if (next.Node is not IndirectReferenceToken place || !seen.Add(place.Data) || document.Resolve(place) is not DictionaryToken dictionary)
                continue;

            var whole = Inherit(dictionary, next.Above);
            if (document.Resolve(dictionary, NameToken.Kids) is ArrayToken kids)
            {
                foreach (var kid in kids.Data.Reverse())
                    open.Push((kid, whole));
            }
            else
            {
                yield return new PageObject(place.Data, dictionary, document.Resolve(whole, NameToken.Resources) as DictionaryToken ?? new DictionaryToken(new Dictionary<NameToken, IToken>()), Geometry(document, whole));
            }
        }
    }

    private static DictionaryToken Inherit(DictionaryToken dictionary, DictionaryToken? above)
    {
        foreach (var name in Inherited)
        {
            if (above is not null && !dictionary.ContainsKey(name) && above.TryGet(name, out var value))
                dictionary = dictionary.With(name, value);
        }

        return dictionary;
    }

    /// <summary>The crop box within the media box; US Letter, as readers take it, where there is neither.</summary>
    private static PageGeometry Geometry(PdfDocument document, DictionaryToken page)
    {
        var media = Box(document, page, MediaBox) ?? new PdfRectangle(0, 0, 612, 792);
        var crop = Box(document, page, CropBox) ?? media;
        var (left, bottom) = (Math.Max(media.Left, crop.Left), Math.Max(media.Bottom, crop.Bottom));
        var (right, top) = (Math.Min(media.Right, crop.Right), Math.Min(media.Top, crop.Top));
        if (right - left < 1 || top - bottom < 1)
            (left, bottom, right, top) = (media.Left, media.Bottom, media.Right, media.Top);

        var turned = document.Resolve(page, Rotate) is NumericToken degrees ? (int)(degrees.Double % 360) : 0;
        return new PageGeometry(left, bottom, right - left, top - bottom, ((turned % 360) + 360) % 360 / 90 * 90);
    }

    private static PdfRectangle? Box(PdfDocument document, DictionaryToken page, NameToken name)
    {
        if (document.Resolve(page, name) is not ArrayToken { Length: 4 } numbers || numbers.Data.Select(document.Resolve).OfType<NumericToken>().Select(number => number.Double).ToArray() is not [var a, var b, var c, var d])
            return null;

        var box = new PdfRectangle(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d));
        return box is { Width: >= 1, Height: >= 1 } ? box : null;
    }
}

/// <summary>Following references.</summary>
internal static class Resolving
{
    /// <summary>More than any writer puts in a row: a ring of references ends there.</summary>
    private const int Most = 8;

    /// <summary>What a token is or refers to; null where that leads nowhere.</summary>
    public static IToken? Resolve(this PdfDocument document, IToken? token)
    {
        for (var step = 0; token is IndirectReferenceToken place; step++)
            token = step < Most ? document.Structure.GetObject(place.Data)?.Data : null;
        return token;
    }

    /// <summary>What an entry is or refers to; null where there is none.</summary>
    public static IToken? Resolve(this PdfDocument document, DictionaryToken dictionary, NameToken name) =>
        dictionary.TryGet(name, out var token) ? document.Resolve(token) : null;
}
