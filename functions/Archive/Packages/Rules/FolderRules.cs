using System.Xml.Linq;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>The folders of CSIP and of TT 05/2025.</summary>
internal static class FolderRules
{
    private static readonly string[] Needed =
    [
        PackageNames.Description, PackageNames.Preservation, PackageNames.RepresentationMets, PackageNames.RepresentationPreservation,
        "schemas/METS.xsd", "schemas/xlink.xsd", "schemas/premis.xsd", "schemas/EAD.xsd", "schemas/EAD_doc.xsd", "schemas/DILCISExtensionMETS.xsd",
    ];

    /// <summary>CSIP's.</summary>
    public static readonly IReadOnlyList<PackageRule> Csip =
    [
        Must("CSIPSTR1", "One folder at the top holds everything, in an archive file as on disk.", facts =>
            facts.Roots.Count == 1 && !facts.Files.ContainsKey(facts.Roots[0]) ? [] : [new Breach("", "top", string.Join(", ", facts.Roots), "one folder")]),
        Must("CSIPSTR4", "That folder holds METS.xml.", facts =>
            facts.Files.ContainsKey(PackageNames.Mets) ? [] : [new Breach(PackageNames.Mets, "folder", "nothing", PackageNames.Mets)]),
        Should("CSIPSTR2", "The folder is named by OBJID, with _ for what no file name can have.", facts =>
            facts is { Package: { } mets, Folder: { } folder } && (string?)mets.Root.Attribute("OBJID") is { Length: > 0 } id && FileName(id) != folder
                ? [new Breach("", "folder", folder, FileName(id))] : []),
        Should("CSIPSTR5", "It has a folder metadata.", Below(_ => [""], "metadata/")),
        Should("CSIPSTR6", "Preservation metadata lies in metadata/preservation.", Lie(mets => mets.Provenance, "metadata/preservation/")),
        Should("CSIPSTR7", "Descriptive metadata lies in metadata/descriptive.", Lie(mets => mets.Descriptions, "metadata/descriptive/")),
        May("CSIPSTR8", "Other metadata lies in a folder of metadata of its own.", Lie(mets => mets.Rights, "metadata/")),
        Should("CSIPSTR9", "It has a folder representations.", Below(_ => [""], "representations/")),
        Should("CSIPSTR10", "In representations each representation has a folder of its own.", facts =>
            facts.Files.Keys.Where(path => path.Split('/') is ["representations", _])
                .Select(path => new Breach(path, "folder", path, "representations/{name}/"))),
        Should("CSIPSTR11", "Each representation's folder has a folder data.", Below(Folders, "data/")),
        Should("CSIPSTR12", "Each representation's folder has METS.xml.", Below(Folders, PackageNames.Mets)),
        Should("CSIPSTR13", "A representation's metadata lies in its folder metadata.", MetsChecks.Each((mets, _) =>
            from reference in mets.IsPackage ? [] : mets.References
            let target = mets.Target(reference)
            where target is not null && !target.StartsWith(mets.Path[..^PackageNames.Mets.Length] + "metadata/", StringComparison.Ordinal)
            select new Breach(mets.Path, MetsFacts.Where(reference) + "/@href", target, "metadata/"))),
        Should("CSIPSTR15", "XML schemas lie in a folder schemas.", facts =>
            from path in facts.Files.Keys
            where path.EndsWith(".xsd", StringComparison.OrdinalIgnoreCase)
                && path.Split('/') is not (["schemas", ..] or ["representations", _, "schemas" or "data", ..])
            select new Breach(path, "folder", path, "schemas/")),
        Should("CSIPSTR16", "Documentation lies in a folder documentation.", MetsChecks.Each((mets, _) =>
            from location in mets.GroupsOf(MetsVocabulary.Documentation).Descendants(MetsFacts.Ns + "FLocat")
            let target = mets.Target(location)
            where target is not null && target.Split('/') is not (["documentation", ..] or ["representations", _, "documentation", ..])
            select new Breach(mets.Path, MetsFacts.Where(location) + "/@href", target, "documentation/"))),
    ];

    /// <summary>The circular's, of an AIP.</summary>
    public static readonly IReadOnlyList<PackageRule> Aip =
    [
        Must("TT1",
            "The files every AIP of TT 05/2025 has are in their places: descriptions, PREMIS at both levels, the representation's METS.xml, the schemas.",
            facts =>
            Needed.Concat(Schemas(facts)).Where(path => !facts.Files.ContainsKey(path)).Select(path => new Breach(path, "folder", "nothing", path))),
    ];

    /// <summary>A photo or a recording is described in its own way only where the package says how.</summary>
    private static IEnumerable<string> Schemas(PackageFacts facts) =>
        facts.Descriptions.Select(description => description.Kind).Distinct().SelectMany<DescriptionKind, string>(kind => kind switch
    {
        DescriptionKind.Photo => ["schemas/EAD_pic.xsd"],
        DescriptionKind.Media => ["schemas/EAD_media.xsd"],
        _ => [],
    });

    /// <summary>An id as a file name: with _ for what none can have.</summary>
    internal static string FileName(string id) =>
        string.Concat(id.Select(letter => letter is ':' or '/' or '\\' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : letter));

    private static IEnumerable<string> Folders(PackageFacts facts) =>
        facts.Files.Keys.Select(path => path.Split('/') is ["representations", var name, _, ..] ? $"representations/{name}/" : null).OfType<string>()
            .Distinct();

    private static Func<PackageFacts, IEnumerable<Breach>> Below(Func<PackageFacts, IEnumerable<string>> folders, string name) => facts =>
        folders(facts).Select(folder => folder + name).Where(place => !facts.PlacesInAnyCase.Contains(place))
            .Select(place => new Breach(place, "folder", "nothing", place));

    /// <summary>What a section refers to lies in the folder, of the package or of its representation.</summary>
    private static Func<PackageFacts, IEnumerable<Breach>> Lie(Func<MetsFacts, IEnumerable<XElement>> sections, string folder) => MetsChecks.Each((mets, _) =>
        from reference in mets.IsPackage ? sections(mets).Elements(MetsFacts.Ns + "mdRef") : []
        let target = mets.Target(reference)
        where target is not null && !target.StartsWith(folder, StringComparison.Ordinal)
            && !(target.Split('/') is ["representations", _, .. var below] && string.Join('/', below).StartsWith(folder, StringComparison.Ordinal))
        select new Breach(mets.Path, MetsFacts.Where(reference) + "/@href", target, folder));
}
