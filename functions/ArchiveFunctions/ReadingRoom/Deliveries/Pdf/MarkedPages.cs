using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>The pages as they become: their own content, shut in, and the marks after it.</summary>
internal sealed class MarkedPages(PdfDocument document, PdfRevision revision, Marks marks)
{
    /// <summary>What a copy is called on its first page.</summary>
    public const string CopyWords = "BẢN SAO";

    private const double FootRoom = 14;
    private const double CornerRoom = 24;
    private static readonly NameToken XObject = NameToken.Create("XObject");
    private static readonly NameToken FootName = NameToken.Create("ArchiveCopyFoot");
    private static readonly NameToken CornerName = NameToken.Create("ArchiveCopyCorner");

    private readonly Stamp foot = Stamp.Of(bold: false, marks.Foot);
    private readonly Dictionary<string, IndirectReferenceToken> tails = [];
    private readonly IndirectReferenceToken open = revision.Add("q\n");
    private IndirectReferenceToken? footForm;
    private IndirectReferenceToken? cornerForm;

    /// <summary>The words at the top right.</summary>
    public Stamp Corner { get; } = Stamp.Of(bold: true, (CopyWords, 14));

    /// <summary>A page as it becomes.</summary>
    public DictionaryToken Of(PageObject page, bool corner)
    {
        var forms = document.Resolve(page.Resources, XObject) as DictionaryToken ?? Tokens.Dictionary();
        forms = forms.With(FootName, footForm ??= foot.AddTo(revision));
        var shown = Tokens.Show(FootName.Data, FootPlace(page.Geometry));
        if (corner)
        {
            forms = forms.With(CornerName, cornerForm ??= Corner.AddTo(revision));
            var (x, y, scale) = CornerAt(page.Geometry);
            shown += Tokens.Show(CornerName.Data, page.Geometry.Place(x, y, scale));
        }

        if (!tails.TryGetValue(shown, out var tail))
            tails[shown] = tail = revision.Add($"\nQ\n{shown}");
        return page.Dictionary
            .With(NameToken.Resources, page.Resources.With(XObject, forms))
            .With(NameToken.Contents, new ArrayToken([open, .. Contents(page.Dictionary), tail]));
    }

    /// <summary>The rectangle of the words at the top right.</summary>
    public double[] CornerPlace(PageGeometry page)
    {
        var (x, y, scale) = CornerAt(page);
        return page.Rectangle(x, y, Corner.Width * scale, Corner.Height * scale);
    }

    private (double X, double Y, double Scale) CornerAt(PageGeometry page) =>
        (page.Width - ((Corner.Width + CornerRoom) * page.Scale), page.Height - ((Corner.Height + CornerRoom) * page.Scale), page.Scale);

    private double[] FootPlace(PageGeometry page)
    {
        var scale = Math.Min(page.Scale, page.Width * 0.95 / foot.Width);
        return page.Place((page.Width - (foot.Width * scale)) / 2, FootRoom * page.Scale, scale);
    }

    private IEnumerable<IToken> Contents(DictionaryToken page) => page.TryGet(NameToken.Contents, out var content)
        ? document.Resolve(content) switch { ArrayToken several => several.Data, StreamToken => [content], _ => [] }
        : [];
}
