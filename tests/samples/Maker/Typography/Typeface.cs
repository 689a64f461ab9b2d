using System.Reflection;

namespace SampleMaker.Typography;

/// <summary>The four faces the samples are set in.</summary>
internal enum Face
{
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

/// <summary>Liberation Serif: metric-compatible with Times New Roman, which NĐ 30/2020 asks for, and with every Vietnamese letter.</summary>
internal static class Typeface
{
    private static readonly FontFile[] Files = [.. Enum.GetValues<Face>().Select(face => $"LiberationSerif-{face}").Select(name => new FontFile(name, Resource.Bytes(name + ".ttf")))];

    /// <summary>The font file of a face.</summary>
    public static FontFile File(Face face) => Files[(int)face];

    /// <summary>The width of a text in points.</summary>
    public static double Width(string text, Face face, double size) => File(face).Width(text, size);
}

/// <summary>Data compiled into the maker.</summary>
internal static class Resource
{
    private static readonly Assembly Assembly = typeof(Resource).Assembly;

    /// <summary>The names that start so, in ordinal order and with forward slashes.</summary>
    public static IEnumerable<string> Names(string prefix) => Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(name => name.Replace('\\', '/'), StringComparer.Ordinal);

    /// <summary>The bytes of one.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"No resource '{name}'.", nameof(name));
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>One as text, with the line ends of the repository whatever the checkout made of them.</summary>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name)).Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');
}
