namespace Archive.Description;

/// <summary>
/// Reads a document's description off its pages by the layout of NĐ 30/2020/NĐ-CP, annex I. Only places where the document speaks of itself are
/// read, so that documents it cites are never taken for it. Documents that do not follow the layout give few statements or none: nothing is guessed.
/// </summary>
public static class PageReading
{
    /// <summary>
    /// What the pages say: at most one statement per field, each with a confidence (0.9 and above only where several independent signs agree)
    /// and its place. The order of the words within a page plays no part.
    /// </summary>
    public static IReadOnlyList<Statement> Read(IReadOnlyList<PageLayout> pages)
    {
        if (pages.Count == 0)
            return [];

        var main = MainPages.Of([.. pages.OrderBy(page => page.Number)]).ToArray();
        var (first, lines) = main[0];
        var header = PageHeader.Of(first, lines);
        return
        [
            .. HeaderReading.Of(header, lines),
            .. Said(Field.Priority, Stamps.UrgencyOn(first, lines, header), 0.85, first),
            .. Signed(main),
            .. Said(Field.Recipients, RecipientLines.Find(main), 0.8, main[^1].Page),
        ];
    }

    /// <summary>
    /// The secrecy stamp standing alone in the upper part of the first page, the gravest if there are several: <c>MẬT</c>, <c>TỐI MẬT</c> or
    /// <c>TUYỆT MẬT</c>; null where there is none. The words within a sentence, a name or a table are no stamp.
    /// </summary>
    public static string? SecretStamp(IReadOnlyList<PageLayout> pages)
    {
        if (pages.Count == 0)
            return null;

        var first = pages.MinBy(page => page.Number)!;
        var lines = PageLines.Of(first);
        return Stamps.SecrecyOn(first, lines, PageHeader.Of(first, lines));
    }

    /// <summary>Whether documents of a kind have pages a stamp can stand on: a sheet's cells are a table, and its words no stamps.</summary>
    public static bool MayBeStamped(FormatFamily family) => family is FormatFamily.Pdf or FormatFamily.WordDocument or FormatFamily.Text;

    private static Statement[] Said(string field, string? value, double confidence, PageLayout page) =>
        value is null ? [] : [new(field, value, StatementSource.Document, confidence, $"page {page.Number}")];

    private static IEnumerable<Statement> Signed(IReadOnlyList<(PageLayout Page, IReadOnlyList<PageCell> Lines)> main)
    {
        if (SignatureBlock.Find(main) is not { } block)
            yield break;
        var where = $"page {block.Page}, signature";
        yield return new(Field.SignerPosition, block.Position, StatementSource.Document, block.Confidence, where);
        if (block.Name is not null)
            yield return new(Field.SignerName, block.Name, StatementSource.Document, block.Confidence, where);
    }
}
