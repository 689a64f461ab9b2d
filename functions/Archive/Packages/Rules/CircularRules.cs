using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What TT 05/2025/TT-BNV's annexes ask of an AIP beyond E-ARK.</summary>
internal static partial class CircularRules
{
    private static readonly string[] Types = ["Mixed", "Collection"];
    private static readonly string[] Statuses = ["NEW", "SUPPLEMENT", "REPLACEMENT", "TEST", "OTHER"];

    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("TT2", "OBJID is urn:uuid:{UUID} or urn:{fonds}:uuid-{UUID}, in capitals.",
            Has(OfPackage(mets => mets.Roots), "OBJID", id => ObjectId().IsMatch(id), "urn:uuid:{UUID}")),
        Must("TT3", "The package's folder is its OBJID with _ for a colon.", facts =>
            facts is { Package: { } mets, Folder: { } folder } && (string?)mets.Root.Attribute("OBJID") is { } id && id.Replace(':', '_') != folder
                ? [new Breach("", "folder", folder, id.Replace(':', '_'))] : []),
        Must("TT4", $"The package's PROFILE is {AipProfile}.", Has(OfPackage(mets => mets.Roots), "PROFILE", AipProfile)),
        Must("TT5", "TYPE is Mixed for a dossier, Collection for a batch.", Has(mets => mets.Roots, "TYPE", Types.Contains, string.Join(", ", Types))),
        Must("TT6", "metsHdr has RECORDSTATUS from the list.", Has(mets => mets.Headers, "RECORDSTATUS", Statuses.Contains, string.Join(", ", Statuses))),
        Must("TT7", "metsHdr names the submission: altRecordID of type SUBMISSIONAGREEMENT.", Each((mets, _) =>
            from header in mets.Headers
            where !header.Elements(MetsFacts.Ns + "altRecordID").Any(id => (string?)id.Attribute("TYPE") == "SUBMISSIONAGREEMENT" && id.Value.Length > 0)
            select new Breach(mets.Path, "mets/metsHdr/altRecordID", "nothing", "SUBMISSIONAGREEMENT"))),
        Must("TT8", "A representation names its organisation, with the fonds code as a note of type IDENTIFICATIONCODE.", Each((mets, _) =>
            mets.IsPackage || mets.Agents.Any(agent => (string?)agent.Attribute("TYPE") == "ORGANIZATION"
                && agent.Elements(MetsFacts.Ns + "note")
                    .Any(note => (string?)note.Attribute(XName.Get("NOTETYPE", Csip)) == IdentificationCode && note.Value.Length > 0))
                ? [] : [new Breach(mets.Path, "mets/metsHdr/agent", "none", $"ORGANIZATION with {IdentificationCode}")])),
        Must("TT9", "Ids are uuid-{UUID}, of files ID-{UUID}, in capitals.", Ids),
        Must("TT10",
            "A field that another one's value requires is there: paperFileCode (confidenceLevel 02), riskRecoveryStatus (riskRecovery 1), "
                + "process (confidenceLevel 01, 03).",
            facts =>
            from description in facts.Descriptions
            from field in FieldsRules.Conditional(description)
            where description.Field(field) is null
            select new Breach(description.Path, field, "nothing", "a value")),
        Must("TT11", "totalDoc is the number of documents.", facts =>
        {
            var count = $"{facts.Documents.Count()}";
            return from description in facts.Descriptions
                   let total = description.Field("totalDoc")
                   where total is not null && total != count
                   select new Breach(description.Path, "totalDoc", total, count);
        }),
        Must("TT12", "Every document bears its dossier's code; photos and recordings have no field for it.", facts =>
        {
            var code = facts.Dossier?.Field("arcFileCode");
            return code is null ? [] : from description in facts.Descriptions
                   where description.Kind is not (DescriptionKind.Photo or DescriptionKind.Media) && description.Field("arcFileCode") != code
                   select new Breach(description.Path, "arcFileCode", description.Field("arcFileCode") ?? "nothing", code);
        }),
        Must("TT13", "A representation has one division Data, which points to its file group.", Each((mets, _) => mets.IsPackage || HasData(mets)
            ? [] : [new Breach(mets.Path, "mets/structMap/div/div[@LABEL='Data']/fptr", "none", "the file group's ID")])),
    ];

    /// <summary>Ids that are not of the circular's form.</summary>
    internal static IEnumerable<Breach> Ids(PackageFacts facts) =>
        from mets in facts.Mets
        from element in mets.Root.DescendantsAndSelf()
        let id = (string?)element.Attribute("ID")
        where id is not null && !(element.Name.LocalName == "file" ? FileId() : SectionId()).IsMatch(id)
        select new Breach(mets.Path, MetsFacts.Where(element), id, element.Name.LocalName == "file" ? "ID-{UUID}" : "uuid-{UUID}");

    private static bool HasData(MetsFacts mets)
    {
        var groups = mets.Groups.Select(group => (string?)group.Attribute("ID")).OfType<string>().ToHashSet();
        return mets.Divisions.Where(division => MetsFacts.Label(division) == Data).ToArray() is [var data]
            && data.Elements(MetsFacts.Ns + "fptr").Any(pointer => groups.Contains((string?)pointer.Attribute("FILEID") ?? ""));
    }

    private const string Uuid = "[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}";

    [GeneratedRegex($"^urn:(?:uuid:|[^:]+:uuid-){Uuid}$", RegexOptions.NonBacktracking)]
    private static partial Regex ObjectId();

    [GeneratedRegex($"^uuid-{Uuid}$", RegexOptions.NonBacktracking)]
    private static partial Regex SectionId();

    [GeneratedRegex($"^ID-{Uuid}$", RegexOptions.NonBacktracking)]
    private static partial Regex FileId();
}
