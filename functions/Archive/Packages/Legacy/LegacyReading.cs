using System.Xml.Linq;
using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>Finds what is described in a metadata file, by the names of its elements: wherever it stands, in any order, one thing or many.</summary>
internal static class LegacyReading
{
    /// <summary>Everything described below an element, in its order. What is in a document's description is the document's.</summary>
    public static IEnumerable<LegacyDescription> Of(string path, XElement root) => Of(path, root, "", root.Name.LocalName);

    private static IEnumerable<LegacyDescription> Of(string path, XElement root, string above, string own)
    {
        if (root.Name.LocalName == DescriptiveFile.Root)
            yield break;

        var kind = KindOf(Names(root));
        if (kind is { } described)
            yield return Read(described, path, above + own, root);
        if (kind is not (null or DescriptionKind.Dossier))
            yield break;
        var (inside, alike, before) = ($"{above}{root.Name.LocalName}/", root.Elements().CountBy(element => element.Name).ToDictionary(), new Dictionary<XName, int>());
        foreach (var element in root.Elements())
        {
            var at = before[element.Name] = before.GetValueOrDefault(element.Name) + 1;
            if (!element.HasElements)
                continue;
            var name = alike[element.Name] > 1 ? $"{element.Name.LocalName}[{at}]" : element.Name.LocalName;
            foreach (var inner in Of(path, element, inside, name))
                yield return inner;
        }
    }

    /// <summary>What an element describes, whose parts bear these names; null for nothing.</summary>
    public static DescriptionKind? KindOf(IReadOnlySet<string> names)
    {
        bool Has(IEnumerable<string> asked, int least) => asked.Count(names.Contains) >= least;

        if (Has(LegacyNames.PhotoFields, 2))
            return DescriptionKind.Photo;
        if (Has(LegacyNames.MediaFields, 2))
            return DescriptionKind.Media;
        if (Has(LegacyNames.DocumentKeys, 1) && Has(LegacyNames.DocumentFields, 2))
            return DescriptionKind.Document;
        return names.Contains("Title") && Has([LegacyNames.FileCode, "FileCatalog", "FileNotation"], 1) && !Has([LegacyNames.DocCode, LegacyNames.DocOrdinal, "Subject"], 1)
            ? DescriptionKind.Dossier : null;
    }

    private static HashSet<string> Names(XElement element) => element.Elements().Select(part => part.Name.LocalName).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static LegacyDescription Read(DescriptionKind kind, string path, string place, XElement element)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<string>();
        foreach (var part in element.Elements())
        {
            // A file is named in an element, or in one within it; a code's parts stand in the code or beside it.
            if (LegacyNames.FileNames.Contains(part.Name.LocalName, StringComparer.OrdinalIgnoreCase))
                files.AddRange(Leaves(part).Where(leaf => leaf == part || LegacyNames.FileNames.Contains(leaf.Name.LocalName, StringComparer.OrdinalIgnoreCase)).Select(leaf => leaf.Value.Trim()));
            else if (!part.HasElements)
                Add(values, part.Name.LocalName, part.Value);
            else if (part.Name.LocalName.Equals(LegacyNames.FileCode, StringComparison.OrdinalIgnoreCase))
                Leaves(part).ToList().ForEach(leaf => Add(values, leaf.Name.LocalName, leaf.Value));
            else if (!part.Elements().Any(inner => inner.HasElements) && KindOf(Names(part)) is null)
                part.Elements().ToList().ForEach(inner => Add(values, $"{part.Name.LocalName}.{inner.Name.LocalName}", inner.Value));
        }

        return new LegacyDescription(kind, path, place, values, [.. files.Where(file => file.Length > 0)]);
    }

    /// <summary>Several receivers are one value; of access regimes the strictest counts, of anything else the first.</summary>
    private static void Add(Dictionary<string, string> values, string name, string value)
    {
        if (value.Trim() is not { Length: > 0 } text || values.TryAdd(name, text))
            return;
        if (name.StartsWith("To.", StringComparison.OrdinalIgnoreCase))
            values[name] += "; " + text;
        else if (LegacyNames.Access.Contains(name, StringComparer.OrdinalIgnoreCase))
            values[name] = LegacyFields.Strictest([values[name], text])!;
    }

    private static IEnumerable<XElement> Leaves(XElement element) => element.DescendantsAndSelf().Where(one => !one.HasElements);
}
