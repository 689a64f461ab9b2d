using System.Xml;
using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Accession.Content;

/// <summary>What an Office Open XML document must have and may not have.</summary>
internal static class OpenXmlRules
{
    /// <summary>What is wrong with a document of these parts, content types and root relations.</summary>
    public static IEnumerable<Finding> Judge(IReadOnlySet<string> names, string contentTypes, string? relations, FormatIdentity format, string fileName)
    {
        if (relations is null || MainPart(relations) is not { } main || !names.Contains(main))
            yield return Finding.Of(FindingCodes.Damaged, fileName, format.Name, "missing parts");

        if (names.FirstOrDefault(IsActive) is { } active)
            yield return Finding.Of(FindingCodes.ActiveContent, $"{fileName}!/{active}", active);
        else if (contentTypes.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || contentTypes.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            yield return Finding.Of(FindingCodes.ActiveContent, fileName, "macroEnabled");
    }

    private static bool IsActive(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the part that is the document itself, as the root relations give it; null when they give none.</summary>
    private static string? MainPart(string relations)
    {
        using var reader = XmlReader.Create(new StringReader(relations), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && (reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) ?? false))
                return reader.GetAttribute("Target")?.TrimStart('.', '/');
        }

        return null;
    }
}
