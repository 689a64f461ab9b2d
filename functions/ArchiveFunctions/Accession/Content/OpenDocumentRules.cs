using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Accession.Content;

/// <summary>What an OpenDocument file must have and may not have.</summary>
internal static class OpenDocumentRules
{
    /// <summary>What is wrong with a document of these entries and manifest.</summary>
    public static IEnumerable<Finding> Judge(IReadOnlySet<string> names, string? manifest, FormatIdentity format, string fileName)
    {
        if (!names.Contains("content.xml"))
            yield return Finding.Of(FindingCodes.Damaged, fileName, format.Name, "missing parts");
        if (manifest?.Contains("encryption-data", StringComparison.Ordinal) ?? false)
            yield return Finding.Of(FindingCodes.Encrypted, fileName, format.Name);
        if (names.FirstOrDefault(IsMacro) is { } macro)
            yield return Finding.Of(FindingCodes.ActiveContent, $"{fileName}!/{macro}", macro);
    }

    /// <summary>A Basic library without modules has its two lists only.</summary>
    private static bool IsMacro(string name) =>
        (name.StartsWith("Basic/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)
            && !name.EndsWith("script-lb.xml", StringComparison.Ordinal) && !name.EndsWith("script-lc.xml", StringComparison.Ordinal))
        || (name.StartsWith("Scripts/", StringComparison.Ordinal) && !name.EndsWith('/'));
}
