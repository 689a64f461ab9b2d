using SampleMaker.Papers;
using SampleMaker.Typography;

namespace SampleMaker.Pages;

/// <summary>The end of the main document: who signs on the right, who gets it on the left (cells 7 and 9b).</summary>
internal static class FootSetter
{
    private const double RightMiddle = 430, LeftMiddle = 165, Leading = 16.5;

    /// <summary>Sets the foot, on one page in any case.</summary>
    public static void Set(Paper paper, PageSet pages)
    {
        var authority = paper.Lines("authority");
        var recipients = paper.Lines("recipients").SelectMany(Item).ToList();
        var height = Math.Max((authority.Count * Leading) + 85, (recipients.Count * 13.5) + 20);
        pages.Need(height + 16);

        var top = pages.Y + 24;
        if (paper["secretary"] is { } secretary)
            SetSignature(pages.Page, LeftMiddle, top, ["THƯ KÝ"], secretary);
        else if (recipients.Count > 0)
            SetRecipients(pages.Page, top, recipients);

        SetSignature(pages.Page, RightMiddle, top, authority, paper.PrintedSigner);
        pages.Y = top + height;
    }

    private static void SetSignature(Canvas page, double middle, double y, IReadOnlyList<string> authority, string? name)
    {
        foreach (var (line, i) in authority.Select((line, i) => (line, i)))
            page.Centred(middle, y + (i * Leading), line, Face.Bold, 13);
        if (name is not null)
            page.Centred(middle, y + ((authority.Count - 1) * Leading) + 72, name, Face.Bold, 13.5);
    }

    private static void SetRecipients(Canvas page, double y, List<string> recipients)
    {
        page.Texts.Add(new TextRun(PageSet.Left, y, "Nơi nhận:", Face.BoldItalic, 12));
        foreach (var line in recipients)
            page.Texts.Add(new TextRun(PageSet.Left, y += 13.5, line, Face.Regular, 11));
    }

    private static IEnumerable<string> Item(string recipient, int _) =>
        TextFlow.Lines($"- {recipient}{(recipient.StartsWith("Lưu", StringComparison.Ordinal) ? "." : ";")}", Face.Regular, 11, 190);
}
