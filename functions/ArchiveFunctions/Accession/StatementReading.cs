using Archive.Accession;
using Archive.Description;

namespace ArchiveFunctions.Accession;

/// <summary>Reads what a depositor said, JSON or edXML by its first letter.</summary>
internal static class StatementReading
{
    public static Stated Of(DepositorStatement statement) =>
        new(statement, IsXml(statement.Bytes) ? EdXml.Parse(statement.Bytes) : Sidecar.Parse(statement.Bytes));

    private static bool IsXml(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
