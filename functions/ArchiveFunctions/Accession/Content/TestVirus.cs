using System.Text;

namespace ArchiveFunctions.Accession.Content;

/// <summary>The pattern every virus scanner answers to (EICAR), so that the refusal of malware can be shown without any.</summary>
internal static class TestVirus
{
    /// <summary>In two parts, or scanners would set this program aside as well.</summary>
    private static readonly byte[] Pattern = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>Whether the pattern stands in the bytes.</summary>
    public static bool IsIn(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Pattern) >= 0;
}
