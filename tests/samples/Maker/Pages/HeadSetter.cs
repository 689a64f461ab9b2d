using SampleMaker.Papers;
using SampleMaker.Typography;

namespace SampleMaker.Pages;

/// <summary>The head of page 1 (cells 1 to 5b and 10b of NĐ 30/2020 annex I).</summary>
internal static class HeadSetter
{
    private const double LeftMiddle = 165, RightMiddle = 408, Leading = 15.5;
    private const string State = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Motto = "Độc lập - Tự do - Hạnh phúc", Party = "ĐẢNG CỘNG SẢN VIỆT NAM";

    /// <summary>Sets the head and leaves the set below it.</summary>
    public static void Set(Paper paper, PageSet pages)
    {
        if (paper.Layout == "one-column")
            SetOneColumn(paper, pages);
        else
            SetTwoColumns(paper, pages);
    }

    private static void SetTwoColumns(Paper paper, PageSet pages)
    {
        var left = SetIssuer(paper, pages.Page, LeftMiddle, PageSet.Top + 10);
        var right = paper.Layout == "party" ? SetParty(pages.Page) : SetState(pages.Page, RightMiddle, PageSet.Top + 10);

        var y = Math.Max(left, right) + 20;
        pages.Page.Centred(LeftMiddle, y, paper.NumberLine, Face.Regular, 13);
        if (paper.PlaceLine is { } place)
            pages.Page.Centred(RightMiddle, y, place, Face.Italic, 13);

        foreach (var line in paper.Lines("about").SelectMany((line, i) => TextFlow.Lines(i == 0 ? "V/v " + line : line, Face.Regular, 12, 190)))
            pages.Page.Centred(LeftMiddle, y += Leading, line, Face.Regular, 12);

        if (paper["stamp"] is { } stamp)
            pages.Page.Stamp(LeftMiddle, y + 9, stamp);
        pages.Y = y + (paper["stamp"] is null ? 6 : 36);
    }

    /// <summary>Older and simpler papers: everything in the middle, the date on the right below.</summary>
    private static void SetOneColumn(Paper paper, PageSet pages)
    {
        var y = SetState(pages.Page, PageSet.Middle, PageSet.Top + 10);
        y = SetIssuer(paper, pages.Page, PageSet.Middle, y + 26);
        pages.Page.Centred(PageSet.Middle, y += 18, paper.NumberLine, Face.Regular, 13);
        if (paper.PlaceLine is { } place)
            pages.Page.Centred(RightMiddle, y += 22, place, Face.Italic, 13);
        pages.Y = y + 6;
    }

    private static double SetState(Canvas page, double middle, double y)
    {
        page.Centred(middle, y, State, Face.Bold, 12);
        page.Centred(middle, y += Leading, Motto, Face.Bold, 13);
        page.Rule(middle, y + 5, Typeface.Width(Motto, Face.Bold, 13));
        return y + 5;
    }

    private static double SetParty(Canvas page)
    {
        page.Centred(RightMiddle, PageSet.Top + 10, Party, Face.Bold, 14);
        page.Rule(RightMiddle, PageSet.Top + 15, Typeface.Width(Party, Face.Bold, 14));
        return PageSet.Top + 15;
    }

    private static double SetIssuer(Paper paper, Canvas page, double middle, double y)
    {
        foreach (var line in paper.Lines("parent"))
        {
            page.Centred(middle, y, line, Face.Regular, 12);
            y += Leading;
        }

        foreach (var line in paper.Lines("organ"))
        {
            page.Centred(middle, y, line, Face.Bold, 12);
            y += Leading;
        }

        if (paper.Layout == "party")
            page.Centred(middle, y, "*", Face.Regular, 12);
        else
            page.Rule(middle, y - Leading + 5, Typeface.Width(paper.Lines("organ")[^1], Face.Bold, 12) * 0.42);
        return paper.Layout == "party" ? y : y - Leading + 5;
    }
}
