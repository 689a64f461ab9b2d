using SampleMaker.Typography;

namespace SampleMaker.Papers;

/// <summary>
/// Reads the texts under <c>documents</c>: lines <c>key: value</c>, a line <c>---</c>, then one paragraph a line. A line <c>====</c> starts the
/// appendix. Paragraph marks: <c>_</c> italic, <c>^</c> centred bold, <c>*</c> bold; <c>|</c> in a key's value is a printed line end.
/// </summary>
internal static class PaperReader
{
    /// <summary>All of them, in the order of their resource names.</summary>
    public static IReadOnlyList<Paper> All { get; } = [.. Resource.Names("documents/").Select(Resource.Text).Select(Read)];

    private static Paper Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var start = Array.IndexOf(lines, "---");
        var keys = lines[..start].Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(pair => pair[0], pair => pair[1]);
        var body = lines[(start + 1)..];
        var appendix = Array.IndexOf(body, "====");
        return appendix < 0 ? new Paper(keys, body, []) : new Paper(keys, body[..appendix], body[(appendix + 1)..]);
    }
}
