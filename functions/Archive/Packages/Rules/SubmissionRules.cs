using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What TT 05/2025/TT-BNV's annexes III and IV ask of a submission package: its parts, its header, and each document joined to its description.</summary>
internal static partial class SubmissionRules
{
    /// <summary>CSIP's profile, which the circular prescribes; E-ARK's SIP profile extends it.</summary>
    private static readonly string[] Profiles = ["https://earkcsip.dilcis.eu/profile/E-ARK-CSIP", "https://earksip.dilcis.eu/profile/E-ARK-SIP"];

    private static readonly XName NoteType = XName.Get("NOTETYPE", Csip);

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("TTS1", "METS.xml, metadata/descriptive/EAD.xml and a representation's METS.xml are in their places.", facts =>
        [
            .. Needed(facts.Package is not null, PackageNames.Mets), .. Needed(facts.Dossier is not null, PackageNames.Description),
            .. Needed(facts.Mets.Any(mets => !mets.IsPackage), PackageNames.RepresentationMets),
        ]),
        Should("TTS2", "schemas/ holds METS.xsd, EAD.xsd and the schema of each kind of document described.", facts =>
            from name in Schemas(facts)
            where !facts.Files.Keys.Any(path => path.Equals($"schemas/{name}", StringComparison.OrdinalIgnoreCase))
            select new Breach($"schemas/{name}", "folder", "nothing", $"schemas/{name}")),
        Must("TTS3", "OBJID is uuid-{UUID}.", Has(OfPackage(mets => mets.Roots), "OBJID", id => ObjectId().IsMatch(id), "uuid-{UUID}")),
        Must("TTS4", "The package's PROFILE is that of E-ARK CSIP or SIP.",
            Has(OfPackage(mets => mets.Roots), "PROFILE", profile => Profiles.Any(known => profile.StartsWith(known, StringComparison.Ordinal)), CsipProfile)),
        Must("TTS5", "The package type is SIP.", Has(mets => mets.Headers, XName.Get("OAISPACKAGETYPE", Csip), "SIP")),
        Must("TTS6", "An organisation is named with its fonds code, a note of type IDENTIFICATIONCODE.", facts =>
            facts.Mets.Count == 0 || facts.Mets.SelectMany(mets => mets.Agents).Any(HasCode) ? [] : [new Breach(PackageNames.RepresentationMets, "mets/metsHdr/agent", "none", $"ORGANIZATION with {IdentificationCode}")]),
        Must("TTS7", "The package's header names the submission: altRecordID of type SUBMISSIONAGREEMENT.", Each((mets, _) =>
            from header in mets.IsPackage ? mets.Headers : []
            where !header.Elements(MetsFacts.Ns + "altRecordID").Any(id => (string?)id.Attribute("TYPE") == "SUBMISSIONAGREEMENT" && id.Value.Length > 0)
            select new Breach(mets.Path, "mets/metsHdr/altRecordID", "nothing", "SUBMISSIONAGREEMENT"))),
        Should("TTS8", "Ids are uuid-{UUID}, of files ID-{UUID}, in capitals.", CircularRules.Ids),
        Must("TTS9", "Every document has a description.", facts =>
            from entry in facts.Entries
            where entry.Join == PackagedJoin.None && !PackagePaths.IsHole(entry.Path)
            select new Breach(entry.Path, "file", "no description", "a division MetadataLink/File with DMDID")),
        Must("TTS10", "Every description of a document has the document, and it alone.", facts =>
        {
            var described = facts.Entries.Select(entry => entry.DescriptionPath).OfType<string>().CountBy(path => path).ToDictionary();
            return from description in facts.Descriptions
                   where description.IsOfDocument
                   let count = described.GetValueOrDefault(description.Path)
                   where count != 1
                   select new Breach(description.Path, "file", $"{count} documents", "1 document");
        }),
        Must("TTS11", "A holey file holds one identifier, of the document submitted before, and nothing else.", facts =>
            from hole in facts.Holes
            let text = hole.Value.Trim('\uFEFF', ' ', '\t', '\r', '\n')
            where text.Length is 0 or > 100 || text.Any(char.IsControl)
            select new Breach(hole.Key, "file", text.Length == 0 ? "nothing" : $"{text.Length} letters", "an identifier, 100 letters")),
    ];

    internal static bool HasCode(XElement agent) =>
        agent.Elements(MetsFacts.Ns + "note").Any(note => (string?)note.Attribute(NoteType) == IdentificationCode && note.Value.Length > 0);

    private static IEnumerable<string> Schemas(PackageFacts facts) =>
        facts.Descriptions.Where(description => description.IsCircular).Select(description => description.Kind switch
        {
            DescriptionKind.Document => "EAD_doc.xsd",
            DescriptionKind.Photo => "EAD_pic.xsd",
            DescriptionKind.Media => "EAD_media.xsd",
            _ => "EAD.xsd",
        }).Prepend("METS.xsd").Distinct();

    private static IEnumerable<Breach> Needed(bool there, string path) => there ? [] : [new Breach(path, "folder", "nothing", path)];

    [GeneratedRegex("^uuid-[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", RegexOptions.NonBacktracking)]
    private static partial Regex ObjectId();
}
