namespace Archive.Packages.Submitting;

/// <summary>A row of a table, from a file of any kind.</summary>
/// <param name="Place">Where it stands, for who filled it in: <c>line 5</c>.</param>
/// <param name="Cells">From the left.</param>
public sealed record SheetRow(string Place, IReadOnlyList<string> Cells)
{
    /// <summary>A cell without the blanks around it; empty where the row is shorter.</summary>
    public string Cell(int column) => column < Cells.Count ? Cells[column].Trim() : "";

    /// <summary>Whether it says nothing: no cell has a value, or it is a remark (<c># …</c>).</summary>
    public bool IsRemark => Cell(0).StartsWith('#') || Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Something in a table that keeps it from becoming a package.</summary>
/// <param name="Place">The row, or the sheet.</param>
/// <param name="Column">The field.</param>
/// <param name="Problem">What is wrong, and what was to be there.</param>
public sealed record SheetMistake(string Place, string Column, string Problem)
{
    /// <summary>As one line.</summary>
    public override string ToString() => Column.Length == 0 ? $"{Place}: {Problem}" : $"{Place}, {Column}: {Problem}";
}

/// <summary>What a table came to.</summary>
public abstract record SheetOutcome
{
    private SheetOutcome()
    {
    }

    /// <summary>A package can be written.</summary>
    public sealed record Planned(SubmissionPlan Plan) : SheetOutcome;

    /// <summary>The table is to be mended first.</summary>
    public sealed record Mistaken(IReadOnlyList<SheetMistake> Mistakes) : SheetOutcome;
}
