namespace Archive.Description;

/// <summary>
/// The title of a list (danh mục, mục lục, thống kê) that has no header of its own: the lines above the names of its columns. The abstract of
/// such a document is its title.
/// </summary>
/// <param name="Text">The lines joined.</param>
/// <param name="Named">Whether it begins with the name of a kind of list.</param>
internal sealed record ListTitle(string Text, bool Named)
{
    private const int Columns = 3;
    private const int MostLines = 4;
    private const int LongestTitle = 300;

    /// <summary>Names of kinds of lists.</summary>
    private static readonly string[] Kinds =
        ["danhmuc", "danhsach", "mucluc", "thongke", "bangke", "bangthongke", "bangtonghop", "bangtheodoi", "tonghop", "bieuthongke", "bieutonghop", "bieumau", "sodangky", "sotheodoi", "sochuyengiao", "lichcongtac"];

    /// <summary>Whether a line has the cells of three columns or more.</summary>
    public static bool IsTableRow(PageCell line) => line.Pieces().Skip(Columns - 1).Any();

    /// <summary>The title right above the first row; null where prose or nothing stands there.</summary>
    public static ListTitle? Find(IReadOnlyList<PageCell> lines)
    {
        var row = lines.TakeWhile(line => !IsTableRow(line)).Count();
        if (row == 0 || row == lines.Count)
            return null;

        var above = lines.Take(row).Reverse().TakeWhile(IsTitleLine).Where(line => !line.Text.StartsWith('(')).Reverse().ToArray();
        var kind = Array.FindIndex(above, line => Kinds.Any(line.Begins));
        var title = kind < 0 ? above : above[kind..];
        var text = Wording.Tidy(string.Join(' ', title.Select(line => line.Text)));
        var isTitle = title.Length is > 0 and <= MostLines && text.Length <= LongestTitle && !IssuerLines.BeginsName(text) && text[^1] is not ('.' or ';' or ':' or ',');
        return isTitle ? new(text, kind >= 0) : null;
    }

    private static bool IsTitleLine(PageCell line) =>
        line.Letters.Length > 1 && !line.Pieces().Skip(1).Any() && !PageHeader.IsTitle(line) && !NumberLine.Begins(line) && !DateLine.Is(line);
}
