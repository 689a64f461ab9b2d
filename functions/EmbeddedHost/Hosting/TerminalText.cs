namespace EmbeddedHost.Hosting;

/// <summary>Text of others on a terminal.</summary>
internal static class TerminalText
{
    /// <summary>A line that cannot write over other lines: names in packages, tables and receipts may have any letters, those that move the cursor too.</summary>
    public static string Visible(string line) => string.Concat(line.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
