using System.Text;

namespace Benchmarks.Measuring;

/// <summary>A Markdown table that can also be read as it stands.</summary>
internal sealed class Table(params string[] columns)
{
    private readonly List<string[]> rows = [columns];

    /// <summary>Adds a row; as many cells as there are columns.</summary>
    public void Add(params string[] cells) =>
        rows.Add(cells.Length == columns.Length ? cells : throw new ArgumentException($"{cells.Length} cells for {columns.Length} columns.", nameof(cells)));

    /// <inheritdoc/>
    public override string ToString()
    {
        var widths = columns.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var (number, row) in rows.Index())
        {
            text.Append("| ").AppendJoin(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))).Append(" |\n");
            if (number == 0)
                text.Append('|').AppendJoin('|', widths.Select(width => new string('-', width + 2))).Append("|\n");
        }

        return text.ToString();
    }
}
