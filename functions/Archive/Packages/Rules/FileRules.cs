using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>CSIP on <c>fileSec</c>: groups, files, locations.</summary>
internal static partial class FileRules
{
    private static readonly XName ContentInformationType = XName.Get("CONTENTINFORMATIONTYPE", Csip);

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Should("CSIP58", "There is one fileSec.", Count("mets/fileSec", mets => mets.FileSections, count => count == 1, "1")),
        Must("CSIP59", "fileSec has an ID.", Has(mets => mets.FileSections, "ID")),
        Must("CSIP60", "Where a package has documentation, a file group Documentation lists it.", facts =>
            facts.Package is { } mets && facts.Places.Contains("documentation/") && !mets.GroupsOf(Documentation).Any()
                ? [new Breach(mets.Path, "mets/fileSec/fileGrp", "none", Documentation)] : []),
        Must("CSIP113", "A file group Schemas lists the schemas.", Each((mets, facts) => mets.IsPackage ? Listed(mets, facts, "schemas/", Schemas) : [])),
        Must("CSIP114", "A file group Representations (or Representations/…) points to the content, or to the METS file of it.", Each((mets, facts) =>
            Listed(mets, facts, mets.IsPackage ? "representations/" : "data/", Representations))),
        May("CSIP61", "A file group's ADMID names administrative metadata.", Names(mets => mets.Groups, "ADMID")),
        Should("CSIP62", "A file group Representations has csip:CONTENTINFORMATIONTYPE.", Has(mets => mets.GroupsOf(Representations), ContentInformationType)),
        May("CSIP63", "A file group's csip:OTHERCONTENTINFORMATIONTYPE says, beside csip:CONTENTINFORMATIONTYPE OTHER only, what the vocabulary lacks.",
            Said(mets => mets.Groups, ContentInformationType, XName.Get("OTHERCONTENTINFORMATIONTYPE", Csip), EarkVocabulary.IsInformationType)),
        Must("CSIP64", "Each file group has USE: the folder of its files, of the package or of the representation, in any case.", Each((mets, facts) =>
            from element in mets.Groups
            let use = (string?)element.Attribute("USE")
            where string.IsNullOrWhiteSpace(use) || !IsFolder(use, mets, facts)
            select new Breach(mets.Path, MetsFacts.Where(element) + "/@USE", use ?? "nothing", "a folder"))),
        Must("CSIP65", "Each file group has an ID.", Has(mets => mets.Groups, "ID")),
        Must("CSIP66", "Each file group has files.", Each((mets, _) =>
            mets.Groups.Where(group => !group.HasElements).Select(group => new Breach(mets.Path, MetsFacts.Where(group), "no file", "1 or more")))),
        Must("CSIP67", "Each file has an ID.", Has(mets => mets.Files, "ID")),
        Must("CSIP68", "Each file has MIMETYPE.", Has(mets => mets.Files, "MIMETYPE", IsMediaType, "type/subtype")),
        Must("CSIP69", "Each file has SIZE, in bytes.", Has(mets => mets.Files, "SIZE", IsSize, "a number")),
        Must("CSIP70", "Each file has CREATED, a date and time.", Has(mets => mets.Files, "CREATED", IsTime, "a date and time")),
        Must("CSIP71", "Each file has CHECKSUM.", Has(mets => mets.Files, "CHECKSUM")),
        Must("CSIP72", "Each file has CHECKSUMTYPE.", Has(mets => mets.Files, "CHECKSUMTYPE")),
        May("CSIP73", "A file's OWNERID is not empty.", Has(mets => mets.Files.Where(file => file.Attribute("OWNERID") is not null), "OWNERID")),
        May("CSIP74", "A file's ADMID names administrative metadata.", Names(mets => mets.Files, "ADMID")),
        May("CSIP75", "A file's DMDID names descriptive metadata.", Names(mets => mets.Files, "DMDID")),
        Must("CSIP76", "Each file has one FLocat.", Each((mets, _) =>
            from file in mets.Files
            let count = file.Elements(MetsFacts.Ns + "FLocat").Count()
            where count != 1
            select new Breach(mets.Path, MetsFacts.Where(file) + "/FLocat", $"{count}", "1"))),
        Must("CSIP77", "Each FLocat has LOCTYPE URL.", Has(mets => mets.Locations, "LOCTYPE", "URL")),
        Must("CSIP78", "Each FLocat has xlink:type simple.", Has(mets => mets.Locations, MetsFacts.LinkType, "simple")),
        Must("CSIP79", "Each FLocat has xlink:href.", Has(mets => mets.Locations, MetsFacts.Href)),
    ];

    /// <summary>Where the attribute is there, every id in it is that of a section of its kind.</summary>
    private static Func<PackageFacts, IEnumerable<Breach>> Names(Func<MetsFacts, IEnumerable<XElement>> elements, string attribute) => Each((mets, _) =>
    {
        var sections = attribute == "DMDID"
            ? mets.Descriptions
            : mets.Root.Elements(MetsFacts.Ns + "amdSec").SelectMany(section => section.Elements().Prepend(section));
        var known = sections.Select(section => (string?)section.Attribute("ID")).OfType<string>().ToHashSet();
        return from element in elements(mets)
               let named = (string?)element.Attribute(attribute)
               where named is not null && (named.Length == 0 || named.Split(' ').Any(id => !known.Contains(id)))
               select new Breach(mets.Path, $"{MetsFacts.Where(element)}/@{attribute}", named, "ids of metadata sections");
    });

    /// <summary>A package of metadata alone needs no <c>fileSec</c>, and none of its groups then.</summary>
    private static IEnumerable<Breach> Listed(MetsFacts mets, PackageFacts facts, string folder, string use) =>
        (mets.FileSections.Any() || facts.Places.Contains(Place(mets) + folder)) && !mets.GroupsOf(use).Any()
            ? [new Breach(mets.Path, "mets/fileSec/fileGrp", "0", use)] : [];

    private static string Place(MetsFacts mets) => mets.Path[..(mets.Path.LastIndexOf('/') + 1)];

    private static bool IsFolder(string use, MetsFacts mets, PackageFacts facts) =>
        facts.PlacesInAnyCase.Contains(use + "/") || facts.PlacesInAnyCase.Contains($"{Place(mets)}{use}/");

    /// <summary>A type and a subtype, perhaps with parameters.</summary>
    public static bool IsMediaType(string text) => MediaType().IsMatch(text);

    public static bool IsSize(string text) =>
        long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(?:\s*;\s*\S.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex MediaType();
}
