using System.Text;
using Archive.Packages.Reading;

namespace Archive.Packages.Bags;

/// <summary>Paths as manifests and fetch files write them.</summary>
internal static class BagPath
{
    public const string Payload = "data/";

    /// <summary>
    /// What a written path means. 1.0 escapes line ends and the percent sign, 0.97 line ends alone; whatever else looks like an escape is part of
    /// the name.
    /// </summary>
    public static string Read(string written, bool percentToo) => !written.Contains('%', StringComparison.Ordinal)
        ? written
        : Replaced(Replaced(written, "%0D", "\r"), "%0A", "\n") is var read && percentToo ? Replaced(read, "%25", "%") : read;

    /// <summary>As 1.0 writes a path.</summary>
    public static string Written(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>An escape that 1.0 does not know, or a percent sign that is none.</summary>
    public static string? StrayEscape(string written)
    {
        for (var at = written.IndexOf('%', StringComparison.Ordinal); at >= 0; at = written.IndexOf('%', at + 1))
        {
            if (written[at..] is not ['%', '2', '5', ..] and not ['%', '0', 'A' or 'a' or 'D' or 'd', ..])
                return written.Substring(at, Math.Min(3, written.Length - at));
        }

        return null;
    }

    /// <summary>Whether it leads out of the bag, or on some system would; says how. A tilde names somebody's home.</summary>
    public static string? Escape(string path) => path.StartsWith('~') ? "home" : PackagePath.Escape(path.TrimEnd('/') is { Length: > 0 } named ? named : path);

    /// <summary>Composed, as names are compared that differ in nothing a reader sees. A name that is no Unicode is compared as it is.</summary>
    public static string Composed(string path)
    {
        try
        {
            return path.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return path;
        }
    }

    private static string Replaced(string text, string escape, string letter) => text.Replace(escape, letter, StringComparison.OrdinalIgnoreCase);
}
