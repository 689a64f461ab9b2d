using System.Text;
using System.Text.RegularExpressions;
using Archive.Description.Formats;

namespace ArchiveFunctions.Accession.Content;

/// <summary>Finds programs an OLE object brings along: the packager writes the file's name in front of its bytes.</summary>
internal static partial class PackagedPrograms
{
    private static readonly byte[] Native = Encoding.Unicode.GetBytes("\u0001Ole10Native\0");

    /// <summary>The name of the program packaged in an OLE object, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Native) < 0 ? null : FindIn(bytes);

    /// <summary>The name of the program whose packaged bytes these are, or null.</summary>
    public static string? FindIn(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        foreach (Match end in NameEnds().Matches(text))
        {
            if (FormatIdentification.IsProgramName(end.Value.TrimEnd('\0')))
                return Name(text, end.Index + end.Length - 1);
        }

        return null;
    }

    /// <summary>The name that ends there: back to the zero in front of it, at most 200 letters.</summary>
    private static string Name(string text, int end)
    {
        var start = Math.Max(0, end - 200);
        return text[Math.Max(start, text.LastIndexOf('\0', end - 1) + 1)..end];
    }

    /// <summary>An extension ended by a zero, as the packager ends a name. Without the name in it, the search goes over the bytes once.</summary>
    [GeneratedRegex(@"\.[A-Za-z0-9]{1,5}\0", RegexOptions.CultureInvariant)]
    private static partial Regex NameEnds();
}
