using SampleMaker.Papers;
using SampleMaker.Typography;

namespace SampleMaker.Pages;

/// <summary>A paper set on pages as NĐ 30/2020 annex I lays it out.</summary>
internal static class Typesetter
{
    /// <summary>The pages of a paper.</summary>
    public static IReadOnlyList<Canvas> Set(Paper paper)
    {
        var pages = new PageSet();
        HeadSetter.Set(paper, pages);
        BodySetter.SetTitle(paper, pages);
        BodySetter.SetAddressees(paper, pages);
        BodySetter.SetParagraphs(paper.Body, pages);
        FootSetter.Set(paper, pages);
        if (paper.Appendix.Count > 0)
            SetAppendix(paper, pages);
        return pages.Pages;
    }

    /// <summary>An appendix on its own page, which says what it belongs to.</summary>
    private static void SetAppendix(Paper paper, PageSet pages)
    {
        pages.Turn();
        BodySetter.SetParagraphs(paper.Appendix.TakeWhile(line => line[0] == '^'), pages);
        if (paper["belongs"] is { } belongs)
            pages.Page.Centred(PageSet.Middle, pages.Next(18), $"({belongs})", Face.Italic, 12);
        BodySetter.SetParagraphs(paper.Appendix.SkipWhile(line => line[0] == '^'), pages);
    }
}
