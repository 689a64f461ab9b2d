using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages.Rules;

/// <summary>A METS file and its parts by the names CSIP gives them. Held whole: about 5 KB a document.</summary>
/// <param name="Path">Below the package's folder.</param>
/// <param name="Root">The element <c>mets</c>.</param>
public sealed record MetsFacts(string Path, XElement Root)
{
    /// <summary>CSIP's namespace as the file writes it, where its letters are of another case; it is read as CSIP's.</summary>
    public string? OtherCsip { get; init; }

    internal static readonly XNamespace Ns = Mets;
    internal static readonly XName Href = XName.Get("href", XLink);
    internal static readonly XName LinkType = XName.Get("type", XLink);

    /// <summary>Whether it is the package's own, not a representation's.</summary>
    public bool IsPackage => Path.Equals(PackageNames.Mets, StringComparison.OrdinalIgnoreCase);

    /// <summary>A METS file as it was read. Copies of CSIP's schema in use write its namespace in small letters: those attributes are taken for CSIP's.</summary>
    internal static MetsFacts Of(string path, XElement root)
    {
        string? other = null;
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes().Where(IsOtherCsip).ToArray())
            {
                other = attribute.Name.NamespaceName;
                attribute.Remove();
                element.SetAttributeValue(XName.Get(attribute.Name.LocalName, Csip), attribute.Value);
            }
        }

        return new MetsFacts(path, root) { OtherCsip = other };

        static bool IsOtherCsip(XAttribute attribute) =>
            attribute.Name.NamespaceName.Length == Csip.Length && attribute.Name.NamespaceName != Csip && attribute.Name.NamespaceName.Equals(Csip, StringComparison.OrdinalIgnoreCase);
    }

    internal IEnumerable<XElement> Roots => [Root];

    internal IEnumerable<XElement> Headers => Root.Elements(Ns + "metsHdr");

    internal IEnumerable<XElement> Agents => Headers.Elements(Ns + "agent");

    internal IEnumerable<XElement> Descriptions => Root.Elements(Ns + "dmdSec");

    internal IEnumerable<XElement> Provenance => Root.Elements(Ns + "amdSec").Elements(Ns + "digiprovMD");

    internal IEnumerable<XElement> Rights => Root.Elements(Ns + "amdSec").Elements(Ns + "rightsMD");

    internal IEnumerable<XElement> References => Descriptions.Concat(Root.Elements(Ns + "amdSec").Elements()).Elements(Ns + "mdRef");

    internal IEnumerable<XElement> FileSections => Root.Elements(Ns + "fileSec");

    internal IEnumerable<XElement> Groups => FileSections.Descendants(Ns + "fileGrp");

    internal IEnumerable<XElement> Files => FileSections.Descendants(Ns + "file");

    internal IEnumerable<XElement> Locations => Files.Elements(Ns + "FLocat");

    internal IEnumerable<XElement> Structures => Root.Elements(Ns + "structMap").Where(map => (string?)map.Attribute("LABEL") == StructMapLabel);

    internal IEnumerable<XElement> MainDivisions => Structures.Elements(Ns + "div");

    internal IEnumerable<XElement> Divisions => MainDivisions.Elements(Ns + "div");

    /// <summary>The division labelled so, or the one that points to the metadata sections.</summary>
    internal IEnumerable<XElement> MetadataDivisions =>
        Labelled(Metadata, Divisions.Where(div => Label(div) != MetadataLink && (div.Attribute("DMDID") ?? div.Attribute("ADMID")) is not null));

    internal IEnumerable<XElement> DocumentationDivisions => OfGroup(Documentation);

    internal IEnumerable<XElement> SchemaDivisions => OfGroup(Schemas);

    /// <summary>The divisions of content, in a package that has no representation METS files: one, or one for each representation.</summary>
    internal IEnumerable<XElement> ContentDivisions
    {
        get
        {
            if (!IsPackage || RepresentationDivisions.Any())
                return [];

            var each = Divisions.Where(div => Label(div).StartsWith(Representations + "/", StringComparison.Ordinal)).ToArray();
            return each.Length > 0 ? each : OfGroup(Representations);
        }
    }

    /// <summary>The divisions of representations that have METS files of their own: those that point to one, or are called as the file group that lists one.</summary>
    internal IEnumerable<XElement> RepresentationDivisions
    {
        get
        {
            var listed = GroupsOf(Representations).Where(ListsMets).Select(group => (string?)group.Attribute("USE")).ToHashSet();
            return IsPackage ? Divisions.Where(div => div.Element(Ns + "mptr") is not null || listed.Contains(Label(div))) : [];
        }
    }

    internal IEnumerable<XElement> Pointers => RepresentationDivisions.Elements(Ns + "mptr");

    /// <summary>Every element that points to a file.</summary>
    internal IEnumerable<XElement> Links => References.Concat(Locations).Concat(Root.Descendants(Ns + "mptr"));

    /// <summary>The groups whose use is the given one, or begins with it and a slash.</summary>
    internal IEnumerable<XElement> GroupsOf(string use) => Groups.Where(group =>
        (string?)group.Attribute("USE") is { } used && (used == use || used.StartsWith(use + "/", StringComparison.Ordinal)));

    /// <summary>The path, below the package's folder, an element points to; null for one that leads out of the package or is no relative path.</summary>
    internal string? Target(XElement link)
    {
        if ((string?)link.Attribute(Href) is not { Length: > 0 } href || href.Contains(':', StringComparison.Ordinal) || href[0] is '/' or '\\')
            return null;

        var parts = new Stack<string>(Path.Split('/')[..^1]);
        foreach (var part in href.Split('/').Select(Uri.UnescapeDataString))
        {
            if (part == ".." && !parts.TryPop(out _))
                return null;
            if (part is not (".." or "."))
                parts.Push(part);
        }

        return string.Join('/', parts.Reverse());
    }

    /// <summary>An element's place, as XPath with the ids that tell it from its like.</summary>
    internal static string Where(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Select(step =>
        (string?)step.Attribute("ID") is { } id ? $"{step.Name.LocalName}[@ID='{id}']" : step.Name.LocalName));

    internal static string Label(XElement division) => (string?)division.Attribute("LABEL") ?? "";

    private static bool ListsMets(XElement group) =>
        group.Elements(Ns + "file").Elements(Ns + "FLocat").Any(location => ((string?)location.Attribute(Href))?.EndsWith("/" + PackageNames.Mets, StringComparison.OrdinalIgnoreCase) == true);

    private IEnumerable<XElement> OfGroup(string use)
    {
        var groups = GroupsOf(use).Select(group => (string?)group.Attribute("ID")).ToHashSet();
        return Labelled(use, Divisions.Where(div => div.Elements(Ns + "fptr").Any(pointer => groups.Contains((string?)pointer.Attribute("FILEID")))));
    }

    private IEnumerable<XElement> Labelled(string label, IEnumerable<XElement> otherwise)
    {
        var labelled = Divisions.Where(div => Label(div) == label).ToArray();
        return labelled.Length > 0 ? labelled : otherwise;
    }
}
