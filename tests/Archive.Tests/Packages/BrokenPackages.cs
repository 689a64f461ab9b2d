using System.Xml.Linq;
using static Archive.Tests.Packages.BlobPackage;

namespace Archive.Tests.Packages;

/// <summary>For each rule one package that breaks it: a sound one, changed in one place.</summary>
internal static class BrokenPackages
{
    private static readonly Dictionary<string, Func<Task<BlobPackage>>> Examples = new(StringComparer.Ordinal);

    static BrokenPackages()
    {
        Folders();
        Schemas();
        Header();
        References(18, 22, "dmdSec", Sound);
        References(33, 36, "digiprovMD", Sound);
        References(46, 49, "rightsMD", SoundPackages.WithRights);
        MetadataSections();
        Files();
        Structure();
        Documentation();
        Content();
        Links();
        Provenance();
        Aip();
        Circular();
    }

    public static IReadOnlyCollection<string> Rules => Examples.Keys;

    public static Task<BlobPackage> Breaking(string rule) => Examples[rule]();

    private static void Folders()
    {
        Breaks("PTH1", package => package.Beside[$"{package.Folder}/../evil.xml"] = [1]);
        Breaks("CSIPSTR1", package => package.Beside["another/file.txt"] = [1]);
        Breaks("CSIPSTR4", package => package.Blobs.Remove(Mets));
        Breaks("TT1", package => package.Blobs.Remove("schemas/premis.xsd"));
    }

    private static void Schemas()
    {
        Breaks("XML1", package => package.Blobs[Rep] = "<mets"u8.ToArray());
        Breaks("XML2", package => package.Blobs[Premis] = "<premis>"u8.ToArray());
        Breaks("XML3", package => package.Blobs[Doc] = "<!DOCTYPE simpledc [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><simpledc>&x;</simpledc>"u8.ToArray());
        Breaks("XSD1", Mets, root => root.Add(new XElement(M + "unheardOf")));
        Breaks("XSD2", RepPremis, root => root.Element(P + "event")!.Element(P + "eventDateTime")!.Value = "yesterday");
        Breaks("XSD3", Doc, root => root.Elements().Single(field => field.Name.LocalName == "mode").Value = "công khai");
    }

    private static void Header()
    {
        Breaks("CSIP1", Rep, root => root.Attribute("OBJID")!.Remove());
        Breaks("CSIP2", Mets, root => root.Attribute("TYPE")!.Remove());
        Breaks("CSIP4", Rep, root => root.Attribute(C + "CONTENTINFORMATIONTYPE")!.Remove());
        Breaks("CSIP6", Rep, root => root.Attribute("PROFILE")!.Value = "");
        Breaks("CSIP117", Mets, root => root.Element(M + "metsHdr")!.Remove());
        Breaks("CSIP7", Mets, root => root.Element(M + "metsHdr")!.Attribute("CREATEDATE")!.Value = "20/05/2026");
        Breaks("CSIP9", Mets, root => root.Element(M + "metsHdr")!.Attribute(C + "OAISPACKAGETYPE")!.Value = "XIP");
        Breaks("CSIP10", Mets, root => root.Descendants(M + "agent").Remove());
        Breaks("CSIP11", Mets, root => root.Descendants(M + "agent").Attributes("ROLE").Single().Value = "EDITOR");
        Breaks("CSIP12", Mets, root => root.Descendants(M + "agent").Attributes("TYPE").Single().Value = "INDIVIDUAL");
        Breaks("CSIP13", Mets, root => root.Descendants(M + "agent").Attributes("OTHERTYPE").Single().Value = "software");
        Breaks("CSIP14", Mets, root => root.Descendants(M + "agent").Elements(M + "name").Single().Value = "");
        Breaks("CSIP15", Mets, root => root.Descendants(M + "agent").Elements(M + "note").Remove());
        Breaks("CSIP16", Mets, root => root.Descendants(M + "agent").Elements(M + "note").Attributes(C + "NOTETYPE").Remove());
    }

    /// <summary>The requirements three kinds of references share.</summary>
    private static void References(int id, int first, string section, Func<Task<BlobPackage>> sound)
    {
        void Attribute(int number, XName name, string value) =>
            Breaks($"CSIP{number}", sound, package => package.Edit(Mets, root => root.Descendants(M + section).Elements(M + "mdRef").Single().SetAttributeValue(name, value)));

        Breaks($"CSIP{id}", sound, package => package.Edit(Mets, root => root.Descendants(M + section).Single().Attribute("ID")!.Remove()));
        Attribute(first, "LOCTYPE", "URN");
        Attribute(first + 1, X + "type", "extended");
        Attribute(first + 2, X + "href", "");
        Attribute(first + 3, "MDTYPE", "");
        Attribute(first + 4, "MIMETYPE", "xml");
        Attribute(first + 5, "SIZE", "-1");
        Attribute(first + 6, "CREATED", "2026");
        Attribute(first + 7, "CHECKSUM", "");
        Attribute(first + 8, "CHECKSUMTYPE", "");
    }

    private static void MetadataSections()
    {
        Breaks("CSIP17", Mets, root => root.Element(M + "dmdSec")!.Remove());
        Breaks("CSIP19", Rep, root => root.Element(M + "dmdSec")!.Attribute("CREATED")!.Remove());
        Breaks("CSIP31", Mets, root => root.Element(M + "amdSec")!.Remove());
    }

    private static void Files()
    {
        void File(string rule, XName name, string value) => Breaks(rule, Rep, root => root.Descendants(M + "file").First().SetAttributeValue(name, value));

        Breaks("CSIP58", Rep, root => root.Element(M + "fileSec")!.Remove());
        Breaks("CSIP59", Mets, root => root.Element(M + "fileSec")!.Attribute("ID")!.Remove());
        Breaks("CSIP60", package => package.Blobs["documentation/huong-dan.pdf"] = [1]);
        Breaks("CSIP113", Mets, root => Group(root, "Schemas").Attribute("USE")!.Value = "schemas");
        Breaks("CSIP114", Mets, root => Group(root, "Representations/rep1").Remove());
        Breaks("CSIP64", Rep, root => root.Descendants(M + "fileGrp").Single().Attribute("USE")!.Remove());
        Breaks("CSIP65", Rep, root => root.Descendants(M + "fileGrp").Single().Attribute("ID")!.Remove());
        Breaks("CSIP66", Rep, root => root.Descendants(M + "fileGrp").Single().RemoveNodes());
        Breaks("CSIP67", Rep, root => root.Descendants(M + "file").First().Attribute("ID")!.Remove());
        File("CSIP68", "MIMETYPE", "pdf");
        File("CSIP69", "SIZE", "27 B");
        File("CSIP70", "CREATED", "20/05/2026");
        File("CSIP71", "CHECKSUM", "");
        File("CSIP72", "CHECKSUMTYPE", "");
        Breaks("CSIP75", Rep, root => root.Descendants(M + "file").First().Attribute("DMDID")!.Value = root.Element(M + "fileSec")!.Attribute("ID")!.Value);
        Breaks("CSIP76", Rep, root => root.Descendants(M + "FLocat").First().Remove());
        Breaks("CSIP77", Rep, root => root.Descendants(M + "FLocat").First().Attribute("LOCTYPE")!.Value = "OTHER");
        Breaks("CSIP78", Rep, root => root.Descendants(M + "FLocat").First().Attribute(X + "type")!.Remove());
        Breaks("CSIP79", Rep, root => root.Descendants(M + "FLocat").First().Attribute(X + "href")!.Remove());
    }

    private static void Structure()
    {
        Breaks("CSIP80", Mets, root => root.Element(M + "structMap")!.Remove());
        Breaks("CSIP81", Mets, root => root.Element(M + "structMap")!.Attribute("TYPE")!.Value = "LOGICAL");
        Breaks("CSIP82", Mets, root => root.Element(M + "structMap")!.Attribute("LABEL")!.Value = "CSIP structMap");
        Breaks("CSIP83", Rep, root => root.Element(M + "structMap")!.Attribute("ID")!.Remove());
        Breaks("CSIP84", Rep, root => root.Element(M + "structMap")!.RemoveNodes());
        Breaks("CSIP85", Mets, root => Top(root).Attribute("ID")!.Remove());
        Breaks("CSIP86", Mets, root => Top(root).Attribute("LABEL")!.Value = "package");
        Breaks("CSIP88", Mets, root => Division(root, "Metadata").Remove());
        Breaks("CSIP89", Mets, root => Division(root, "Metadata").Attribute("ID")!.Remove());
        Breaks("CSIP90", Mets, root => Division(root, "Metadata").Attribute("LABEL")!.Value = "metadata");
        Breaks("CSIP91", Mets, root => Division(root, "Metadata").Attribute("ADMID")!.Remove());
        Breaks("CSIP92", Rep, root => Division(root, "Metadata").Attribute("DMDID")!.Value = Division(root, "Metadata").Attribute("DMDID")!.Value.Split(' ')[0]);
        Breaks("CSIP97", Mets, root => Division(root, "Schemas").Remove());
        Breaks("CSIP98", Mets, root => Division(root, "Schemas").Attribute("ID")!.Remove());
        Breaks("CSIP99", Mets, root => Division(root, "Schemas").Attribute("LABEL")!.Value = "XSD");
        Breaks("CSIP118", Mets, root => Division(root, "Schemas").Element(M + "fptr")!.Attribute("FILEID")!.Value = root.Descendants(M + "file").First().Attribute("ID")!.Value);
        Breaks("CSIP105", Mets, root => Division(root, "Representations/rep1").Remove());
        Breaks("CSIP106", Mets, root => Division(root, "Representations/rep1").Attribute("ID")!.Remove());
        Breaks("CSIP107", Mets, root => Division(root, "Representations/rep1").Attribute("LABEL")!.Value = "rep1");
        Breaks("CSIP108", Mets, root => Pointer(root).Attribute(X + "title")!.Remove());
        Breaks("CSIP109", Mets, root => Pointer(root).Remove());
        Breaks("CSIP110", Mets, root => Pointer(root).Attribute(X + "href")!.Remove());
        Breaks("CSIP111", Mets, root => Pointer(root).Attribute(X + "type")!.Remove());
        Breaks("CSIP112", Mets, root => Pointer(root).Attribute("LOCTYPE")!.Value = "URN");
    }

    private static void Documentation()
    {
        Breaks("CSIP94", SoundPackages.WithDocumentation, package => package.Edit(Mets, root => Division(root, "Documentation").Attribute("ID")!.Remove()));
        Breaks("CSIP95", SoundPackages.WithDocumentation, package => package.Edit(Mets, root => Division(root, "Documentation").Attribute("LABEL")!.Value = "Tài liệu"));
        Breaks("CSIP116", SoundPackages.WithDocumentation, package => package.Edit(Mets, root => Division(root, "Documentation").Element(M + "fptr")!.Attribute("FILEID")!.Value = Group(root, "Schemas").Attribute("ID")!.Value));
    }

    private static void Content()
    {
        Breaks("CSIP102", SoundPackages.WithoutRepresentation, package => package.Edit(Mets, root => Division(root, "Representations").Attribute("ID")!.Remove()));
        Breaks("CSIP103", SoundPackages.WithoutRepresentation, package => package.Edit(Mets, root => Division(root, "Representations").Attribute("LABEL")!.Value = "Content"));
        Breaks("CSIP119", SoundPackages.WithoutRepresentation, package => package.Edit(Mets, root => Division(root, "Representations").Element(M + "fptr")!.Attribute("FILEID")!.Value = Group(root, "Schemas").Attribute("ID")!.Value));
    }

    private static void Links()
    {
        Breaks("LNK1", Mets, root => root.Descendants(M + "dmdSec").Elements(M + "mdRef").Single().Attribute(X + "href")!.Value = "../outside.xml");
        Breaks("LNK2", package => package.Blobs["representations/rep1/data/stowaway.exe"] = [1]);
        Breaks("LNK3", Rep, root => root.Element(M + "structMap")!.SetAttributeValue("ID", root.Element(M + "fileSec")!.Attribute("ID")!.Value));
        Breaks("LNK4", Rep, root => Division(root, "MetadataLink/File").Attribute("DMDID")!.Remove());
        Breaks("FIX1", package => package.Blobs[Data] = [.. package.Blobs[Data], 0]);
        Breaks("FIX2", package => package.Blobs[Data] = [.. package.Blobs[Data].Reverse()]);
        Breaks("FIX3", Rep, root => root.Descendants(M + "file").First().Attribute("CHECKSUMTYPE")!.Value = "MD5");
    }

    private static void Provenance()
    {
        void Object(string rule, Action<XElement> change) => Breaks(rule, RepPremis, root => change(root.Elements(P + "object").ElementAt(1)));
        void Event(string rule, Action<XElement> change) => Breaks(rule, RepPremis, root => change(root.Elements(P + "event").First()));

        Object("PRM1", file => file.Element(P + "objectIdentifier")!.ReplaceWith(file.Parent!.Elements(P + "object").ElementAt(2).Element(P + "objectIdentifier")));
        Object("PRM2", file => file.Remove());
        Object("PRM3", file => file.Descendants(P + "messageDigest").Single().Value = new string('0', 64));
        Object("PRM4", file => file.Descendants(P + "size").Single().Value = "1");
        Object("PRM5", file => file.Descendants(P + "formatName").Single().Value = "");
        Object("PRM6", file => file.Element(P + "originalName")!.Remove());
        Event("PRM7", happened => happened.Descendants(P + "linkingAgentIdentifierValue").First().Value = "nobody");
        Event("PRM8", happened => happened.Elements(P + "linkingObjectIdentifier").Remove());
        Event("PRM9", happened => happened.Element(P + "eventType")!.Value = "nhập kho");
        Breaks("PRM10", Premis, root => root.Descendants(P + "eventOutcome").Single().Value = "failure");
        Breaks("PRM11", Premis, root => root.Descendants(P + "agentVersion").Single().Remove());
        Event("PRM12", happened => happened.Element(P + "eventIdentifier")!.ReplaceWith(happened.ElementsAfterSelf(P + "event").First().Element(P + "eventIdentifier")));
    }

    private static void Aip()
    {
        Breaks("AIPM1", Mets, root => root.Attribute("OBJID")!.Value = "urn:uuid:00000000-0000-0000-0000-000000000000");
        Breaks("AIPM2", Mets, root => root.Attribute("PROFILE")!.Value = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml");
        Breaks("AIPM3", Rep, root => root.Element(M + "metsHdr")!.Attribute(C + "OAISPACKAGETYPE")!.Value = "SIP");
        Breaks("AIPM4", Rep, root => root.Elements(M + "dmdSec").Attributes("STATUS").ToList().ForEach(status => status.Value = "SUPERSEDED"));
        Breaks("AIPM5", Mets, root => root.Descendants(M + "digiprovMD").Elements(M + "mdRef").Remove());
        Breaks("AIPM6", Mets, root => root.Descendants(M + "digiprovMD").Elements(M + "mdRef").Single().Attribute("MDTYPE")!.Value = "OTHER");
    }

    private static void Circular()
    {
        Breaks("TT2", Mets, root => root.Attribute("OBJID")!.Value = root.Attribute("OBJID")!.Value.ToLowerInvariant());
        Breaks("TT3", package => package.Folder = "AIP-1");
        Breaks("TT4", Mets, root => root.Attribute("PROFILE")!.Value = "https://earkaip.dilcis.eu/profile/E-ARK-AIP.xml");
        Breaks("TT5", Rep, root => root.Attribute("TYPE")!.Value = "Databases");
        Breaks("TT6", Mets, root => root.Element(M + "metsHdr")!.Attribute("RECORDSTATUS")!.Value = "Complete");
        Breaks("TT7", Mets, root => root.Descendants(M + "altRecordID").Remove());
        Breaks("TT8", Rep, root => root.Descendants(M + "agent").Single(agent => agent.Attribute("TYPE")!.Value == "ORGANIZATION").Remove());
        Breaks("TT9", Rep, root => root.Element(M + "fileSec")!.Attribute("ID")!.Value = "fileSec");
        Breaks("TT10", Doc, root => root.Elements().Single(field => field.Name.LocalName == "process").Remove());
        Breaks("TT11", Ead, root => root.Elements().Single(field => field.Name.LocalName == "totalDoc").Value = "3");
        Breaks("TT12", Doc, root => root.Elements().Single(field => field.Name.LocalName == "arcFileCode").Value = "H26.99.another");
        Breaks("TT13", Rep, root => Division(root, "Data").RemoveNodes());
    }

    private static Task<BlobPackage> Sound() => Of();

    private static void Breaks(string rule, string path, Action<XElement> change) => Breaks(rule, Sound, package => package.Edit(path, change));

    private static void Breaks(string rule, Action<BlobPackage> change) => Breaks(rule, Sound, change);

    private static void Breaks(string rule, Func<Task<BlobPackage>> sound, Action<BlobPackage> change) => Examples.Add(rule, async () =>
    {
        var package = await sound();
        change(package);
        return package;
    });

    private static XElement Group(XElement root, string use) => root.Descendants(M + "fileGrp").Single(group => (string?)group.Attribute("USE") == use);

    private static XElement Top(XElement root) => root.Element(M + "structMap")!.Element(M + "div")!;

    private static XElement Division(XElement root, string label) => Top(root).Elements(M + "div").First(division => (string?)division.Attribute("LABEL") == label);

    private static XElement Pointer(XElement root) => root.Descendants(M + "mptr").Single();
}
