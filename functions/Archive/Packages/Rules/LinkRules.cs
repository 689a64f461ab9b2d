using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What METS says of the files against the files themselves: every link, size and digest, and no file beside them.</summary>
internal static class LinkRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("LNK1", "Every reference is a relative path to a file of the package.", Each((mets, facts) =>
            from link in mets.Links
            let target = mets.Target(link)
            where target is null || !facts.Files.ContainsKey(target)
            let named = (string?)link.Attribute(MetsFacts.Href)
            select new Breach(mets.Path, MetsFacts.Where(link) + "/@href", named ?? "nothing", "a file of the package") { Missing = named })),
        Must("LNK2", "Every file is referred to from a METS file.", facts =>
        {
            var referred = facts.Mets.SelectMany(mets => mets.Links.Select(mets.Target)).OfType<string>().Append(facts.Package?.Path ?? PackageNames.Mets)
                .ToHashSet();
            return facts.Files.Keys.Where(path => !referred.Contains(path) && !path.StartsWith("../", StringComparison.Ordinal))
                .Select(path => new Breach(path, "file", "no reference", "a reference from METS"));
        }).Was(RuleLevel.Should, Specification.EarkVersions[^1]),
        Must("LNK5", "Every ID is single in its METS file.", facts =>
            from mets in facts.Mets
            from id in mets.Root.DescendantsAndSelf().Where(element => element.Attribute("ID") is not null).GroupBy(element => element.Attribute("ID")!.Value)
            where id.Skip(1).Any()
            select new Breach(mets.Path, MetsFacts.Where(id.Last()), id.Key, "an ID used once")) with { First = "2.2.0" },
        Must("LNK3", "Every ID is single in the whole package.", facts =>
            facts.Mets.SelectMany(mets => mets.Root.DescendantsAndSelf().Select(element => (mets.Path, element, Id: (string?)element.Attribute("ID"))))
                .Where(one => one.Id is not null).GroupBy(one => one.Id).Where(group => group.Skip(1).Any())
                .Select(group => new Breach(group.Last().Path, MetsFacts.Where(group.Last().element), group.Key!, "an ID used once"))) with { Last = "2.1.0" },
        Must("LNK6", "Every id a division points to is there: FILEID a file's or a group's, DMDID and ADMID metadata's.", Each((mets, _) => Dangling(mets))),
        Must("FIX1", "The size in METS is the file's.", Each((mets, facts) =>
            from measured in Measured(mets, facts)
            let size = (string?)measured.Said.Attribute("SIZE")
            where size is not null && size != $"{measured.File.Size}"
            select new Breach(measured.File.Path, $"{mets.Path} {MetsFacts.Where(measured.Said)}/@SIZE", size, $"{measured.File.Size}"))),
        Must("FIX2", "The digest in METS is the file's: MD5, SHA-1, SHA-256, SHA-384 or SHA-512.", Each((mets, facts) =>
            from measured in Measured(mets, facts)
            let digest = (string?)measured.Said.Attribute("CHECKSUM")
            let own = measured.File.DigestOf((string?)measured.Said.Attribute("CHECKSUMTYPE") ?? "")
            where digest is not null && own is not null && !digest.Equals(own, StringComparison.OrdinalIgnoreCase)
            select new Breach(measured.File.Path, $"{mets.Path} {MetsFacts.Where(measured.Said)}/@CHECKSUM", digest, own))),
        May("FIX4", "A digest is SHA-256, SHA-384 or SHA-512; MD5 and SHA-1, which a forged file can be made to meet, are compared, any other is not.",
            Each((mets, _) =>
            from said in mets.References.Concat(mets.Files)
            let type = (string?)said.Attribute("CHECKSUMTYPE")
            where type is not null && type is not (Sha256 or "SHA-384" or "SHA-512")
            group said by type into other
            select new Breach(mets.Path, MetsFacts.Where(other.First()) + "/@CHECKSUMTYPE", other.Key, Sha256))),
    ];

    /// <summary>What only E-ARK asks, in the sentences of CSIP17, CSIP21, CSIP31 and CSIP32, whose level is that of the sections being there at all.</summary>
    public static readonly IReadOnlyList<PackageRule> Eark =
    [
        Must("LNK7", "Where metadata/descriptive has files, a dmdSec refers to one; where metadata/preservation has, a digiprovMD to each.", facts =>
        {
            var described = facts.Mets.SelectMany(mets => mets.Descriptions.Elements(MetsFacts.Ns + "mdRef").Select(mets.Target)).OfType<string>()
                .Select(Folder).ToHashSet();
            var told = facts.Mets.SelectMany(mets => mets.Provenance.Elements(MetsFacts.Ns + "mdRef").Select(mets.Target)).OfType<string>().ToHashSet();
            return facts.Files.Keys.Where(path => Folder(path).EndsWith("metadata/descriptive", StringComparison.Ordinal)).GroupBy(Folder)
                .Where(files => !described.Contains(files.Key))
                .Select(files => new Breach(files.First(), "file", "no reference", "mets/dmdSec/mdRef"))
                .Concat(facts.Premis.Where(premis => !told.Contains(premis.Path))
                    .Select(premis => new Breach(premis.Path, "file", "no reference", "mets/amdSec/digiprovMD/mdRef")));
        }),
    ];

    /// <summary>What only the circular asks.</summary>
    public static readonly IReadOnlyList<PackageRule> Circular =
    [
        Must("LNK4", "Every document of a representation is joined to its description by one division MetadataLink/File.",
            Each((mets, facts) => Joined(mets, facts))),
        Must("FIX3", "Digests are SHA-256 (TT 05/2025).",
            Has(mets => mets.References.Concat(mets.Files).Where(element => element.Attribute("CHECKSUMTYPE") is not null), "CHECKSUMTYPE", Sha256)),
    ];

    private static string Folder(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    /// <summary>What METS says of each file that is there: the reference itself, or the <c>file</c> around a location.</summary>
    private static IEnumerable<(XElement Said, FileFacts File)> Measured(MetsFacts mets, PackageFacts facts) =>
        from link in mets.References.Concat(mets.Locations)
        let target = mets.Target(link)
        where target is not null && facts.Files.ContainsKey(target)
        select (link.Name.LocalName == "FLocat" ? link.Parent! : link, facts.Files[target]);

    private static IEnumerable<Breach> Joined(MetsFacts mets, PackageFacts facts)
    {
        if (mets.IsPackage)
            yield break;

        var sections = mets.Descriptions.Select(section => (string?)section.Attribute("ID")).ToHashSet();
        var joined = mets.Divisions.Where(division => MetsFacts.Label(division) == MetadataLink && sections.Contains((string?)division.Attribute("DMDID")))
            .SelectMany(division => division.Elements(MetsFacts.Ns + "fptr")).Select(pointer => (string?)pointer.Attribute("FILEID"))
            .OfType<string>().CountBy(id => id).ToDictionary();
        foreach (var file in mets.Files)
        {
            var count = joined.GetValueOrDefault((string?)file.Attribute("ID") ?? "");
            if (count != 1)
                yield return new Breach(mets.Path, MetsFacts.Where(file), $"{count}", $"1 division {MetadataLink}");
        }
    }

    private static IEnumerable<Breach> Dangling(MetsFacts mets)
    {
        var known = mets.Root.DescendantsAndSelf().Select(element => (string?)element.Attribute("ID")).OfType<string>().ToHashSet();
        foreach (var element in mets.Structures.Descendants())
        {
            string?[] pointed = element.Name == MetsFacts.Ns + "fptr"
                ? [(string?)element.Attribute("FILEID") ?? ""]
                : [(string?)element.Attribute("DMDID"), (string?)element.Attribute("ADMID")];
            foreach (var id in pointed.OfType<string>().SelectMany(ids => ids.Split(' ')).Where(id => !known.Contains(id)))
                yield return new Breach(mets.Path, MetsFacts.Where(element), id.Length == 0 ? "nothing" : id, "an ID of the METS file");
        }
    }
}
