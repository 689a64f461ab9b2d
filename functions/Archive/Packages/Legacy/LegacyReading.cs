using System.Xml.Linq;
using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>Finds what is described in a metadata file, by the names of its elements: wherever it stands, in any order, one thing or many.</summary>
internal sealed class LegacyReading(string path, LegacyBudget budget)
{
    /// <summary>Everything described below an element, in its order. What is in a document's description is the document's.</summary>
    public IEnumerable<LegacyDescription> Of(XElement root) => Of(root, "", root.Name.LocalName);

    private IEnumerable<LegacyDescription> Of(XElement root, string above, string own)
    {
        if (root.Name.LocalName == DescriptiveFile.Root || budget.IsSpent)
            yield break;

        var kind = KindOf(Names(root));
        if (kind is { } described)
            yield return Read(described, above + own, root);
        if (kind is not (null or DescriptionKind.Dossier))
            yield break;
        var inside = $"{above}{root.Name.LocalName}/";
        var alike = root.Elements().CountBy(element => element.Name).ToDictionary();
        var before = new Dictionary<XName, int>();
        foreach (var element in root.Elements())
        {
            var at = before[element.Name] = before.GetValueOrDefault(element.Name) + 1;
            if (!element.HasElements)
                continue;
            var name = alike[element.Name] > 1 ? $"{element.Name.LocalName}[{at}]" : element.Name.LocalName;
            foreach (var inner in Of(element, inside, name))
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
        return names.Contains("Title") && Has([LegacyNames.FileCode, "FileCatalog", "FileNotation"], 1)
            && !Has([LegacyNames.DocCode, LegacyNames.DocOrdinal, "Subject"], 1)
            ? DescriptionKind.Dossier : null;
    }

    private static HashSet<string> Names(XElement element) =>
        element.Elements().Select(part => part.Name.LocalName).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private LegacyDescription Read(DescriptionKind kind, string place, XElement element)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<string>();
        budget.Takes(place.Length, path);
        foreach (var part in element.Elements())
        {
            // A file is named in an element, or in one within it; a code's parts stand in the code or beside it.
            if (IsFileName(part))
                files.AddRange(Leaves(part).Where(leaf => leaf == part || IsFileName(leaf)).Select(File).OfType<string>());
            else if (!part.HasElements)
                Add(part.Name.LocalName, part.Value);
            else if (part.Name.LocalName.Equals(LegacyNames.FileCode, StringComparison.OrdinalIgnoreCase))
                Leaves(part).ToList().ForEach(leaf => Add(leaf.Name.LocalName, leaf.Value));
            else if (!part.Elements().Any(inner => inner.HasElements) && KindOf(Names(part)) is null)
                part.Elements().ToList().ForEach(inner => Add($"{part.Name.LocalName}.{inner.Name.LocalName}", inner.Value));
        }

        return new LegacyDescription(kind, path, place, values, files);

        string? File(XElement leaf)
        {
            var written = budget.Cut(leaf.Value.Trim(), path, place, leaf.Name.LocalName);
            return written.Length > 0 && budget.Takes(written.Length, path) ? written : null;
        }

        // Several receivers are one value; of access regimes the strictest counts, of anything else the first.
        void Add(string name, string value)
        {
            if (value.Trim() is not { Length: > 0 } whole || (values.TryGetValue(name, out var first) && first.Length == LegacyBudget.LongestValue))
                return;
            var text = budget.Cut(whole, path, place, name);
            if (!budget.Takes(name.Length + text.Length, path) || values.TryAdd(name, text))
                return;
            if (name.StartsWith("To.", StringComparison.OrdinalIgnoreCase))
                values[name] = budget.Cut($"{first}; {text}", path, place, name);
            else if (LegacyNames.Access.Contains(name, StringComparer.OrdinalIgnoreCase))
                values[name] = LegacyFields.Strictest([first!, text])!;
        }
    }

    private static bool IsFileName(XElement element) => LegacyNames.FileNames.Contains(element.Name.LocalName, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<XElement> Leaves(XElement element) => element.DescendantsAndSelf().Where(one => !one.HasElements);
}
