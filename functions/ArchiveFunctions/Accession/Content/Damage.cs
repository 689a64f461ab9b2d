using System.Xml;

namespace ArchiveFunctions.Accession.Content;

/// <summary>Tells bytes that make no sense from a storage that does not answer: the first is a finding, the second is tried again.</summary>
internal static class Damage
{
    /// <summary>Whether a reader threw because of what it read.</summary>
    public static bool Explains(Exception problem) => problem is InvalidDataException or EndOfStreamException or XmlException or FormatException
        or NotSupportedException or ArgumentException or OverflowException or IndexOutOfRangeException or DecompressedTooMuchException;
}

/// <summary>A container holds, or claims to hold, more than it may. The message says what there is too much of.</summary>
internal sealed class DecompressedTooMuchException(string what) : Exception(what);
