using System.Globalization;
using System.Xml;
using Archive.Records;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>The pieces both METS files of a package are made of. Paths in it are relative to the METS file.</summary>
/// <param name="xml">Where it is written.</param>
/// <param name="heading">What the package is.</param>
/// <param name="scope">Tells the ids of the two files apart: CSIP wants ids single in the whole package.</param>
internal sealed class MetsOut(XmlWriter xml, PackageHeading heading, string scope)
{
    private readonly string created = XmlText.Time(heading.Created);

    /// <summary>The id of a section, group or division.</summary>
    public string SectionId(string kind, string name = "") => $"uuid-{PackageNames.Uuid(heading.Id, scope, kind, name)}";

    /// <summary>The id of a file.</summary>
    public string FileId(string path) => $"ID-{PackageNames.Uuid(heading.Id, scope, "file", path)}";

    public void Start(string objectId, string profile, string schemas)
    {
        xml.WriteStartElement("mets", "mets", Mets);
        xml.WriteAttributeString("xmlns", "xlink", null, XLink);
        xml.WriteAttributeString("xmlns", "csip", null, Csip);
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, $"{Mets} {schemas}/METS.xsd {XLink} {schemas}/xlink.xsd {Csip} {schemas}/DILCISExtensionMETS.xsd");
        xml.Attribute("OBJID", objectId);
        xml.Attribute("LABEL", heading.Title);
        xml.Attribute("TYPE", heading.Type);
        xml.Attribute("PROFILE", profile);
        xml.WriteAttributeString("csip", "CONTENTINFORMATIONTYPE", Csip, "MIXED");
    }

    /// <summary>The header: the packaging software, the organisation where one is to be named, and the submission agreement.</summary>
    public void Header(PackagingSoftware software, bool organisation)
    {
        xml.WriteStartElement("metsHdr", Mets);
        xml.Attribute("CREATEDATE", created);
        xml.Attribute("RECORDSTATUS", "NEW");
        xml.WriteAttributeString("csip", "OAISPACKAGETYPE", Csip, heading.PackageType);
        Agent("OTHER", "SOFTWARE", software.Name, SoftwareVersion, software.Version);
        if (organisation)
            Agent("ORGANIZATION", null, heading.AgencyName, IdentificationCode, heading.FondsCode);
        xml.WriteStartElement("altRecordID", Mets);
        xml.Attribute("TYPE", "SUBMISSIONAGREEMENT");
        xml.WriteString(XmlText.Clean(heading.SubmissionCode));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A <c>dmdSec</c> or <c>digiprovMD</c> with the file it points to.</summary>
    public void Reference(string section, string type, string? version, string path, PackageFile file)
    {
        Open(section, SectionId(section, path));
        xml.Attribute("CREATED", created);
        xml.Attribute("STATUS", "CURRENT");
        xml.WriteStartElement("mdRef", Mets);
        Link(path);
        xml.Attribute("MDTYPE", type);
        if (version is not null)
            xml.Attribute("MDTYPEVERSION", version);
        Core(file.MediaType, file.Size, file.Digest);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The <c>amdSec</c> with its PREMIS file; none without one.</summary>
    public void Provenance(string path, PackageFile? preservation)
    {
        if (preservation is null)
            return;
        Open("amdSec", SectionId("amdSec"));
        Reference("digiprovMD", "PREMIS", "3.0", path, preservation);
        Close();
    }

    /// <summary>A file of a file group, joined to its description where it has one.</summary>
    public void File(string path, PackageFile file, string? descriptionPath = null)
    {
        Open("file", FileId(path));
        if (descriptionPath is not null)
            xml.Attribute("DMDID", SectionId("dmdSec", descriptionPath));
        Core(file.MediaType, file.Size, file.Digest);
        xml.WriteStartElement("FLocat", Mets);
        Link(path);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Opens an element with an id; <see cref="Close"/> ends it.</summary>
    public void Open(string name, string id)
    {
        xml.WriteStartElement(name, Mets);
        xml.Attribute("ID", id);
    }

    public void Close() => xml.WriteEndElement();

    /// <summary>Opens a file group.</summary>
    public void Group(string use)
    {
        Open("fileGrp", SectionId("fileGrp", use));
        xml.Attribute("USE", use);
    }

    /// <summary>Opens a division of the structure.</summary>
    public void Division(string label, string name = "")
    {
        Open("div", SectionId("div", label + name));
        xml.Attribute("LABEL", label);
    }

    /// <summary>Opens the structural map with its main division, which bears the package's id.</summary>
    public void Structure(string objectId)
    {
        Open("structMap", SectionId("structMap"));
        xml.Attribute("TYPE", "PHYSICAL");
        xml.Attribute("LABEL", StructMapLabel);
        Division(objectId);
    }

    public void FilePointer(string id)
    {
        xml.WriteStartElement("fptr", Mets);
        xml.Attribute("FILEID", id);
        xml.WriteEndElement();
    }

    /// <summary>A pointer to a representation's METS file; its title is the file group the file stands in (CSIP108).</summary>
    public void MetsPointer(string path, string group)
    {
        xml.WriteStartElement("mptr", Mets);
        Link(path, SectionId("fileGrp", group));
        xml.WriteEndElement();
    }

    private void Agent(string type, string? otherType, string name, string noteType, string note)
    {
        xml.WriteStartElement("agent", Mets);
        xml.Attribute("ROLE", "CREATOR");
        xml.Attribute("TYPE", type);
        if (otherType is not null)
            xml.Attribute("OTHERTYPE", otherType);
        xml.Text("name", Mets, name);
        xml.WriteStartElement("note", Mets);
        xml.WriteAttributeString("csip", "NOTETYPE", Csip, noteType);
        xml.WriteString(XmlText.Clean(note));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Link(string path, string? title = null)
    {
        xml.Attribute("LOCTYPE", "URL");
        xml.WriteAttributeString("xlink", "type", XLink, "simple");
        xml.WriteAttributeString("xlink", "href", XLink, PackageNames.Href(path));
        if (title is not null)
            xml.WriteAttributeString("xlink", "title", XLink, title);
    }

    private void Core(string mediaType, long size, Sha256Digest digest)
    {
        xml.Attribute("MIMETYPE", mediaType);
        xml.Attribute("SIZE", size.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("CREATED", created);
        xml.Attribute("CHECKSUM", digest.Value.ToUpperInvariant());
        xml.Attribute("CHECKSUMTYPE", Sha256);
    }
}
