using System.Xml.Linq;
using Archive.Description;
using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>
/// What is read although the circular has it otherwise: real packages, the ministry's own example among them, are written so. Each says what was found, so that
/// who made the package can mend it.
/// </summary>
internal static class ToleranceRules
{
    /// <summary>Of any package.</summary>
    public static readonly PackageRule Namespace = May("TOL1", "CSIP's namespace is written as the DILCIS Board writes it.", Each((mets, _) =>
        mets.OtherCsip is { } other ? [new Breach(mets.Path, "mets/@xmlns", other, Csip)] : []));

    public static readonly IReadOnlyList<PackageRule> All =
    [
        May("TOL2", "METS files are called METS.xml.", facts =>
            from mets in facts.Mets
            where !mets.Path.EndsWith(PackageNames.Mets, StringComparison.Ordinal)
            select new Breach(mets.Path, "name", Name(mets.Path), PackageNames.Mets)),
        May("TOL3", "Descriptions are called EAD.xml, EAD_doc_…, EAD_pic_…, EAD_media_….", facts =>
            from description in facts.Descriptions
            let prefix = Prefix(description.Kind)
            where prefix is not null && !Name(description.Path).StartsWith(prefix, StringComparison.Ordinal)
            select new Breach(description.Path, "name", Name(description.Path), prefix)),
        May("TOL4", "The circular's descriptions are of MDTYPE DC.", Has(Described, "MDTYPE", "DC")),
        May("TOL5", "The circular's descriptions have no MDTYPEVERSION.", Each((mets, _) =>
            from reference in Described(mets)
            where reference.Attribute("MDTYPEVERSION") is not null
            select new Breach(mets.Path, MetsFacts.Where(reference) + "/@MDTYPEVERSION", reference.Attribute("MDTYPEVERSION")!.Value, "nothing"))),
        Should("TOL6", "The software's note is its version.", Each((mets, _) =>
            from agent in mets.IsPackage ? mets.Agents : []
            where (string?)agent.Attribute("OTHERTYPE") == "SOFTWARE"
                && !agent.Elements(MetsFacts.Ns + "note").Any(note => (string?)note.Attribute(XName.Get("NOTETYPE", Csip)) == SoftwareVersion)
            select new Breach(mets.Path, MetsFacts.Where(agent) + "/note/@NOTETYPE",
                (string?)agent.Elements(MetsFacts.Ns + "note").Attributes(XName.Get("NOTETYPE", Csip)).FirstOrDefault() ?? "nothing", SoftwareVersion))),
        Should("TOL7", "The organisation is named with its code in the representation's METS file.", facts =>
            from mets in facts.Package?.Agents.Any(SubmissionRules.HasCode) == true ? facts.Mets : []
            where !mets.IsPackage && !mets.Agents.Any(SubmissionRules.HasCode)
            select new Breach(mets.Path, "mets/metsHdr/agent", "none", $"ORGANIZATION with {IdentificationCode}")),
        Should("TOL8", "A division MetadataLink joins a document to its description.", facts =>
            from entry in facts.Entries
            where entry.Join == PackagedJoin.Otherwise
            select new Breach(entry.Path, "file", "DMDID or the description's name", MetadataLink)),
        May("TOL9", "There is no amdSec without metadata.", Each((mets, _) =>
            mets.Root.Elements(MetsFacts.Ns + "amdSec").Where(section => !section.HasElements)
                .Select(section => new Breach(mets.Path, MetsFacts.Where(section), "empty", "none")))),
        May("TOL10", "Schemas are of MIMETYPE application/xml.", Has(mets => mets.GroupsOf(Schemas).Elements(MetsFacts.Ns + "file"), "MIMETYPE", XmlType)),
        Should("TOL11", "The year in docCode is that in the dossier's fileCode.", facts =>
            from description in CodeRules.Documents(facts)
            let code = description.Field(Field.DocCode)
            where code is not null && facts.Dossier?.Field(Field.FileCode) is { } file && CodeRules.DiffersInYear(code, file)
            select new Breach(description.Path, Field.DocCode, code, $"{facts.Dossier!.Field(Field.FileCode)}{code[^8..]}")),
        Should("TOL12", "A field bears the name its data set gives it.", FieldsRules.Of(FieldFault.OtherName)),
        Should("TOL13", "A field that another one's value requires is not empty.",
            FieldsRules.Of(FieldFault.Empty, (description, problem) => FieldsRules.Conditional(description).Contains(problem.Field))),
        May("TOL14", "A field without a value is left out.", FieldsRules.Of(FieldFault.Empty, (description, problem) =>
            !FieldsRules.Required(description, problem) && !FieldsRules.Conditional(description).Contains(problem.Field))),
        Should("TOL15", "A value is written as the circular writes it.", FieldsRules.Of(FieldFault.OtherForm)),
        May("TOL16", "No person is named as an agent of a representation.", Each((mets, _) =>
            from agent in mets.IsPackage ? [] : mets.Agents
            where (string?)agent.Attribute("TYPE") == "INDIVIDUAL"
            select new Breach(mets.Path, MetsFacts.Where(agent), "INDIVIDUAL", "ORGANIZATION"))),
        Should("TOL17", "altRecordID is the submission's registration code, not the dossier's code.", Each((mets, facts) =>
            from id in mets.Headers.Elements(MetsFacts.Ns + "altRecordID")
            where (string?)id.Attribute("TYPE") == "SUBMISSIONAGREEMENT" && id.Value.Length > 0 && id.Value == facts.Dossier?.Field(Field.FileCode)
            select new Breach(mets.Path, "mets/metsHdr/altRecordID", id.Value, "the registration code"))),
        May("TOL18", "A representation's OBJID is the name of its folder.", Each((mets, _) =>
            mets.Path.Split('/') is ["representations", var folder, _] && (string?)mets.Root.Attribute("OBJID") is { Length: > 0 } id && id != folder
                && FolderRules.FileName(id) != folder
                ? [new Breach(mets.Path, "mets/@OBJID", id, folder)] : [])).Was(RuleLevel.Should, Specification.EarkVersions[^1]),
        May("TOL19", "The UUID in OBJID is written in capitals.", Each((mets, _) =>
            mets.IsPackage && (string?)mets.Root.Attribute("OBJID") is { } id && id.StartsWith("uuid-", StringComparison.Ordinal)
                && id[5..].Any(char.IsAsciiLetterLower)
                ? [new Breach(mets.Path, "mets/@OBJID", id, "uuid-" + id[5..].ToUpperInvariant())] : [])),
    ];

    private static IEnumerable<XElement> Described(MetsFacts mets) => mets.Descriptions.Elements(MetsFacts.Ns + "mdRef");

    private static string? Prefix(DescriptionKind kind) => kind switch
    {
        DescriptionKind.Dossier or DescriptionKind.Batch or DescriptionKind.Request => "EAD.xml",
        DescriptionKind.Document => "EAD_doc_",
        DescriptionKind.Photo => "EAD_pic_",
        DescriptionKind.Media => "EAD_media_",
        _ => null,
    };

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
