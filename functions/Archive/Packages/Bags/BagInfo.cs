using System.Text;
using Archive.Packages.Reading;

namespace Archive.Packages.Bags;

/// <summary>What <c>bag-info.txt</c> says (RFC 8493, 2.2.2): elements in their order, which may be repeated.</summary>
/// <param name="Elements">Label, value and the line it begins on.</param>
/// <param name="Malformed">Lines that are no element, by their number.</param>
internal sealed record BagInfo(IReadOnlyList<(string Label, string Value, int Line)> Elements, IReadOnlyList<(int Line, string Text)> Malformed)
{
    public const string File = "bag-info.txt";
    public const string Oxum = "Payload-Oxum";
    public const string Date = "Bagging-Date";
    public const string Count = "Bag-Count";
    public const string Size = "Bag-Size";
    public const string Description = "External-Description";
    public const string Identifier = "External-Identifier";
    public const string Group = "Bag-Group-Identifier";

    private static readonly char[] Space = [' ', '\t'];

    /// <summary>Reserved labels are the same in either case.</summary>
    public IEnumerable<(string Label, string Value, int Line)> Of(string label) =>
        Elements.Where(element => element.Label.Equals(label, StringComparison.OrdinalIgnoreCase));

    /// <param name="lines">The lines, numbered.</param>
    /// <param name="strict">As 1.0 has it: the colon right after the label, and a space or tab right after the colon.</param>
    public static async Task<BagInfo> ReadAsync(IAsyncEnumerable<(int Number, string Text)> lines, bool strict)
    {
        var elements = new List<(string Label, StringBuilder Value, int Line)>();
        var malformed = new List<(int, string)>();
        await foreach (var (number, text) in lines)
        {
            if (text.IndexOfAny(Space) == 0 && elements.Count > 0)
                elements[^1].Value.Append('\n').Append(text.Trim(Space));
            else if (Element(text, strict) is { } element)
                elements.Add((element.Label, new StringBuilder(element.Value), number));
            else
                malformed.Add((number, PackagePath.Shown(text)));
        }

        return new BagInfo([.. elements.Select(element => (element.Label, element.Value.ToString(), element.Line))], malformed);
    }

    private static (string Label, string Value)? Element(string text, bool strict)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || char.IsWhiteSpace(text[0]))
            return null;

        var (label, value) = (text[..colon], text[(colon + 1)..]);
        if (strict)
            return value.IndexOfAny(Space) != 0 || char.IsWhiteSpace(label[^1]) ? null : (label, value[1..]);
        return (label.Trim(Space), value.Trim(Space));
    }
}
