using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>CSIP on <c>structMap</c>: one physical structure with a division for each part of the package.</summary>
internal static class StructureRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("CSIP80", "There is a structMap.",
            Count("mets/structMap", mets => mets.Root.Elements(MetsFacts.Ns + "structMap"), count => count > 0, "1 or more")),
        Must("CSIP81", "CSIP's structMap is of TYPE PHYSICAL.", Has(mets => mets.Structures, "TYPE", "PHYSICAL")),
        Must("CSIP82", "One structMap has LABEL CSIP.", Count("mets/structMap[@LABEL='CSIP']", mets => mets.Structures, count => count == 1, "1")),
        Must("CSIP83", "CSIP's structMap has an ID.", Has(mets => mets.Structures, "ID")),
        Must("CSIP84", "CSIP's structMap has one main division.", Each((mets, _) => OneDivision(mets))),
        Must("CSIP85", "The main division has an ID.", Has(mets => mets.MainDivisions, "ID")),
        Should("CSIP86", "The main division's LABEL is the OBJID.",
            Each((mets, _) => Labels(mets, mets.MainDivisions, (string?)mets.Root.Attribute("OBJID") ?? "")))
            .Was(RuleLevel.Must, "2.0.4") with { Last = "2.0.4" },
        Must("CSIP88", "One division stands for the metadata.", Count("mets/structMap/div/div", mets => mets.MetadataDivisions, count => count == 1, Metadata)),
        Must("CSIP89", "The metadata division has an ID.", Has(mets => mets.MetadataDivisions, "ID")),
        Must("CSIP90", "The metadata division's LABEL is Metadata.", Has(mets => mets.MetadataDivisions, "LABEL", Metadata)),
        Should("CSIP91", "The metadata division's ADMID names all administrative metadata but what is superseded.",
            Names("ADMID", mets => mets.Root.Elements(MetsFacts.Ns + "amdSec").Elements())),
        Should("CSIP92", "The metadata division's DMDID names all descriptive metadata but what is superseded.", Names("DMDID", mets => mets.Descriptions)),
        Should("CSIP93", "Where there is documentation, one division stands for it.", Each((mets, _) =>
            mets.GroupsOf(Documentation).Any() && mets.DocumentationDivisions.Count() != 1
                ? [new Breach(mets.Path, "mets/structMap/div/div", $"{mets.DocumentationDivisions.Count()}", Documentation)] : [])),
        Must("CSIP94", "The documentation division has an ID.", Has(mets => mets.DocumentationDivisions, "ID")),
        Must("CSIP95", "The documentation division's LABEL is Documentation, and no other one's.",
            Labelled(mets => mets.DocumentationDivisions, Documentation)),
        Should("CSIP96", "The documentation division has pointers, and every file group Documentation is pointed to.",
            PointsToAll(mets => mets.DocumentationDivisions, Documentation)).Was(RuleLevel.Must, "2.1.0"),
        Must("CSIP116", "The documentation division's pointers lead to the file group Documentation.",
            PointsTo(mets => mets.DocumentationDivisions, Documentation)),
        Should("CSIP97", "A division stands for the schemas.",
            Count("mets/structMap/div/div", mets => mets.IsPackage ? mets.SchemaDivisions : null, count => count == 1, Schemas)),
        Must("CSIP98", "The schema division has an ID.", Has(mets => mets.SchemaDivisions, "ID")),
        Must("CSIP99", "The schema division's LABEL is Schemas, and no other one's.", Labelled(mets => mets.SchemaDivisions, Schemas)),
        Should("CSIP100", "The schema division has pointers, and every file group Schemas is pointed to.", PointsToAll(mets => mets.SchemaDivisions, Schemas))
            .Was(RuleLevel.Must, "2.1.0"),
        Must("CSIP118", "The schema division's pointers lead to the file group Schemas.", PointsTo(mets => mets.SchemaDivisions, Schemas)),
        Should("CSIP101", "Without representation METS files: a division stands for the content.", facts =>
            facts.Package is { } mets && !facts.Files.Keys.Any(IsRepresentation) && mets.GroupsOf(Representations).Any()
                && !mets.ContentDivisions.Any()
                ? [new Breach(mets.Path, "mets/structMap/div/div", $"{mets.ContentDivisions.Count()}", Representations)] : []),
        Must("CSIP102", "Without representation METS files: the content division has an ID.", Has(mets => mets.ContentDivisions, "ID")),
        Must("CSIP103",
            "Without representation METS files: the content division's LABEL is Representations, and no other one's, "
                + "or Representations/… of each representation.",
            Both(
                Has(mets => mets.ContentDivisions, "LABEL", IsOfContent, Representations),
                Single(Representations))),
        Should("CSIP104", "Without representation METS files: the content division has pointers, and every file group Representations is pointed to.",
            PointsToAll(mets => mets.ContentDivisions, Representations))
            .Was(RuleLevel.Must, "2.1.0"),
        Must("CSIP119", "Without representation METS files: the content division's pointers lead to a file group Representations.",
            PointsTo(mets => mets.ContentDivisions, Representations)),
        Should("CSIP105", "Each representation with a METS file has a division of its own.", Each((mets, facts) => Represented(mets, facts))),
        Must("CSIP106", "Each representation's division has an ID.", Has(mets => mets.RepresentationDivisions, "ID")),
        Must("CSIP107", "Each representation's division is labelled with the USE of its file group: the folder its METS pointer leads to.", Each((mets, _) =>
        {
            var uses = mets.GroupsOf(Representations).Select(used => (string?)used.Attribute("USE")).ToHashSet();
            return from division in mets.RepresentationDivisions
                   let label = MetsFacts.Label(division)
                   where !uses.Contains(label) || division.Elements(MetsFacts.Ns + "mptr").Any(pointer => !LeadsTo(mets.Target(pointer), label))
                   select new Breach(mets.Path, MetsFacts.Where(division) + "/@LABEL", label, "the USE of its file group, the folder of its METS file");
        })),
        Must("CSIP108", "Each METS pointer's xlink:title is the ID of a file group Representations.", Each((mets, _) =>
        {
            var ids = mets.GroupsOf(Representations).Select(used => (string?)used.Attribute("ID")).ToHashSet();
            return from pointer in mets.Pointers
                   let title = (string?)pointer.Attribute(XName.Get("title", XLink))
                   where !ids.Contains(title)
                   select new Breach(mets.Path, MetsFacts.Where(pointer) + "/@title", title ?? "nothing", "the file group's ID");
        })),
        Must("CSIP109", "Each representation's division has one METS pointer.", Each((mets, _) =>
            from division in mets.RepresentationDivisions
            let count = division.Elements(MetsFacts.Ns + "mptr").Count()
            where count != 1
            select new Breach(mets.Path, MetsFacts.Where(division) + "/mptr", $"{count}", "1"))),
        Must("CSIP110", "Each METS pointer has xlink:href.", Has(mets => mets.Pointers, MetsFacts.Href)),
        Must("CSIP111", "Each METS pointer has xlink:type simple.", Has(mets => mets.Pointers, MetsFacts.LinkType, "simple")),
        Must("CSIP112", "Each METS pointer has LOCTYPE URL.", Has(mets => mets.Pointers, "LOCTYPE", "URL")),
    ];

    /// <summary>A pointer that leads to no METS file is a broken link, which LNK1 tells.</summary>
    private static bool LeadsTo(string? target, string label) =>
        target?.EndsWith("/" + PackageNames.Mets, StringComparison.OrdinalIgnoreCase) != true
            || target[..^(PackageNames.Mets.Length + 1)].Equals(label, StringComparison.OrdinalIgnoreCase);

    private static Func<PackageFacts, IEnumerable<Breach>> Labelled(Func<MetsFacts, IEnumerable<XElement>> divisions, string label) =>
        Both(Has(divisions, "LABEL", label), Single(label));

    /// <summary>No two divisions have the label.</summary>
    private static Func<PackageFacts, IEnumerable<Breach>> Single(string label) =>
        Count($"mets/structMap/div/div[@LABEL='{label}']", mets => mets.Divisions.Where(division => MetsFacts.Label(division) == label),
            count => count <= 1, "1");

    private static bool IsOfContent(string label) => label == Representations || label.StartsWith(Representations + "/", StringComparison.Ordinal);

    private static bool IsRepresentation(string path) => path.Split('/') is ["representations", _, PackageNames.Mets];

    private static IEnumerable<Breach> OneDivision(MetsFacts mets) =>
        from map in mets.Structures
        let count = map.Elements(MetsFacts.Ns + "div").Count()
        where count != 1
        select new Breach(mets.Path, MetsFacts.Where(map) + "/div", $"{count}", "1");

    private static IEnumerable<Breach> Labels(MetsFacts mets, IEnumerable<XElement> divisions, string label) =>
        from division in divisions
        where MetsFacts.Label(division) != label
        select new Breach(mets.Path, MetsFacts.Where(division) + "/@LABEL", MetsFacts.Label(division), label);

    private static Func<PackageFacts, IEnumerable<Breach>> Names(string attribute, Func<MetsFacts, IEnumerable<XElement>> sections) => Each((mets, _) =>
    {
        var named = mets.MetadataDivisions.SelectMany(division => ((string?)division.Attribute(attribute) ?? "").Split(' ')).ToHashSet();
        return sections(mets).Where(section => (string?)section.Attribute("STATUS") != "SUPERSEDED")
            .Select(section => (string?)section.Attribute("ID")).OfType<string>().Where(id => !named.Contains(id))
            .Select(id => new Breach(mets.Path, $"mets/structMap/div/div/@{attribute}", "not named", id));
    });

    private static Func<PackageFacts, IEnumerable<Breach>> PointsTo(Func<MetsFacts, IEnumerable<XElement>> divisions, string use) => Each((mets, _) =>
    {
        var groups = mets.GroupsOf(use).Select(group => (string?)group.Attribute("ID")).ToHashSet();
        return from division in divisions(mets)
               let pointed = division.Elements(MetsFacts.Ns + "fptr").Select(pointer => (string?)pointer.Attribute("FILEID") ?? "nothing").ToArray()
               where pointed.Any(id => !groups.Contains(id))
               select new Breach(mets.Path, MetsFacts.Where(division) + "/fptr/@FILEID", string.Join(' ', pointed), $"the file group {use}");
    });

    /// <summary>A division that stands for file groups points to one; a group may also be pointed to from the division of its representation.</summary>
    private static Func<PackageFacts, IEnumerable<Breach>> PointsToAll(Func<MetsFacts, IEnumerable<XElement>> divisions, string use) => Each((mets, _) =>
    {
        var all = divisions(mets).ToArray();
        var pointed = mets.Structures.Descendants(MetsFacts.Ns + "fptr").Select(pointer => (string?)pointer.Attribute("FILEID")).ToHashSet();
        return all.Where(division => !division.Descendants(MetsFacts.Ns + "fptr").Any())
            .Select(division => new Breach(mets.Path, MetsFacts.Where(division) + "/fptr", "none", "1 or more"))
            .Concat(all.Length == 0 ? [] : mets.GroupsOf(use).Select(used => (string?)used.Attribute("ID")).OfType<string>().Where(id => !pointed.Contains(id))
                .Select(id => new Breach(mets.Path, "mets/structMap/div/div/fptr", "no pointer", id)));
    });

    private static IEnumerable<Breach> Represented(MetsFacts mets, PackageFacts facts)
    {
        var pointed = mets.Pointers.Select(mets.Target).ToHashSet();
        return from other in mets.IsPackage ? facts.Mets : []
               where !other.IsPackage && !pointed.Contains(other.Path)
               select new Breach(mets.Path, "mets/structMap/div/div/mptr", "none", other.Path);
    }
}
