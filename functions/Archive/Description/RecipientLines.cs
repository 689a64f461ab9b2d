namespace Archive.Description;

/// <summary>Who it is for: the addressees (Kính gửi, NĐ 30/2020, annex I, cell 9a) and the recipients (Nơi nhận, cell 9b).</summary>
internal static class RecipientLines
{
    private const int MostLines = 60;
    private const int LongestList = 2000;

    /// <summary>Addressees first, then recipients, each once, separated by semicolons; the file copy (Lưu) is none. Null where nobody is named.</summary>
    public static string? Find(IReadOnlyList<(PageLayout Page, IReadOnlyList<PageCell> Lines)> pages)
    {
        var named = Addressees(pages[0].Lines).Concat(pages.Reverse().Select(page => Recipients(page.Page, page.Lines)).FirstOrDefault(items => items.Count > 0) ?? []);
        var list = string.Join("; ", named.Where(item => item.Length > 1).DistinctBy(Wording.Letters));
        return list.Length == 0 ? null : Wording.Cut(list, LongestList);
    }

    private static List<string> Addressees(IReadOnlyList<PageCell> lines)
    {
        var start = lines.ToList().FindIndex(line => line.Begins("kinhgui"));
        if (start < 0)
            return [];

        var said = new List<string> { AfterLabel(lines[start].Text) };
        for (var i = start + 1; i < lines.Count && i - start < MostLines && (lines[i].Text.StartsWith('-') || IsWrapped(lines, start, i)); i++)
            said.Add(lines[i].Text);
        return Items(said);
    }

    /// <summary>A list item carried on: small first letter or further right than a paragraph begins, and right below.</summary>
    private static bool IsWrapped(IReadOnlyList<PageCell> lines, int start, int index) =>
        lines[index].Text.Length > 0 && (char.IsLower(lines[index].Text[0]) || lines[index].Left > lines[start].Left + 60)
        && !lines[index - 1].Text.EndsWith('.') && lines[index].Middle - lines[index - 1].Middle < 2.2 * lines[index].Height && !SignatureBlock.Opens(lines[index]);

    private static List<string> Recipients(PageLayout page, IReadOnlyList<PageCell> lines)
    {
        var left = ClosingColumns.Of(page, lines)?.Left ?? lines;
        var said = new List<string>();
        var start = left.ToList().FindIndex(line => line.Pieces().Any(piece => piece.Begins("noinhan")));
        for (var i = start; i >= 0 && i < left.Count && i - start < MostLines; i++)
        {
            var cell = left[i].Pieces().FirstOrDefault(piece => piece.Left < page.Width * 0.45);
            if (cell is null || (i > start && (SignatureBlock.Opens(cell) || (cell.Capitals && cell.Words.Count > 2))))
                continue;
            if (cell.Begins("luu") && i > start)
                break;
            said.Add(i == start ? AfterLabel(cell.Text) : cell.Text);
        }

        return Items(said);
    }

    private static string AfterLabel(string text) => text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? text[(colon + 1)..] : "";

    /// <summary>A dash or a semicolon begins an item; any other line carries the last one on.</summary>
    private static List<string> Items(IEnumerable<string> lines)
    {
        var text = string.Join(' ', lines.Select(line => line.StartsWith('-') || line.StartsWith('+') ? ';' + line[1..] : line));
        return
        [
            .. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(item => item.Trim('-', '+', '*', '.', ',', ' '))
                .Where(item => item.Length > 0 && !item.StartsWith("Lưu", StringComparison.Ordinal)),
        ];
    }
}
