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
    public static string? FindIn(ReadOnlySpan<byte> bytes) =>
        Names().Matches(Encoding.Latin1.GetString(bytes)).Select(match => match.Groups[1].Value).FirstOrDefault(FormatIdentification.IsProgramName);

    /// <summary>A name with an extension, ended by a zero as the packager ends it.</summary>
    [GeneratedRegex(@"([\w\-\\/: ()]{1,200}\.[A-Za-z0-9]{1,5})\0", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
