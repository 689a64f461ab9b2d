using System.Security.Cryptography;
using System.Xml.Linq;
using static Archive.Tests.Packages.BlobPackage;

namespace Archive.Tests.Packages;

/// <summary>Sound packages with parts this archive does not write, for the rules about those parts.</summary>
internal static class SoundPackages
{
    /// <summary>With a statement of rights.</summary>
    public static async Task<BlobPackage> WithRights()
    {
        var package = await Of();
        var bytes = package.Blobs["metadata/rights.xml"] = "<rights/>"u8.ToArray();
        package.Edit(Mets, root =>
        {
            root.Element(M + "amdSec")!.AddFirst(new XElement(M + "rightsMD", new XAttribute("ID", Uuid('A')), new XAttribute("STATUS", "CURRENT"), Reference("mdRef", "metadata/rights.xml", bytes, new XAttribute("MDTYPE", "OTHER"))));
            var division = Top(root).Elements(M + "div").First();
            division.SetAttributeValue("ADMID", $"{division.Attribute("ADMID")!.Value} {Uuid('A')}");
        });
        return package;
    }

    /// <summary>With a manual in <c>documentation/</c>.</summary>
    public static async Task<BlobPackage> WithDocumentation()
    {
        var package = await Of();
        var bytes = package.Blobs["documentation/huong-dan.pdf"] = [1, 2, 3];
        package.Edit(Mets, root =>
        {
            root.Element(M + "fileSec")!.Add(new XElement(
                M + "fileGrp", new XAttribute("ID", Uuid('B')), new XAttribute("USE", "Documentation"), File("documentation/huong-dan.pdf", bytes)));
            Top(root).Add(Division('C', "Documentation", Uuid('B')));
        });
        return package;
    }

    /// <summary>With the representation's METS.xml listed as content, not pointed to.</summary>
    public static async Task<BlobPackage> WithoutRepresentation()
    {
        var package = await Of();
        package.Edit(Mets, root =>
        {
            Top(root).Elements(M + "div").Last().Remove();
            Top(root).Add(Division('D', "Representations", root.Descendants(M + "fileGrp").Last().Attribute("ID")!.Value));
        });
        return package;
    }

    private static XElement Top(XElement root) => root.Element(M + "structMap")!.Element(M + "div")!;

    private static XElement Division(char id, string label, string group) =>
        new(M + "div", new XAttribute("ID", Uuid(id)), new XAttribute("LABEL", label), new XElement(M + "fptr", new XAttribute("FILEID", group)));

    private static XElement File(string path, byte[] bytes)
    {
        var file = Reference("file", path, bytes, new XAttribute("ID", "ID-" + Uuid('E')[5..]));
        var location = new XElement(M + "FLocat", file.Attributes().Where(attribute => attribute.Name == "LOCTYPE" || attribute.Name.Namespace == X));
        file.Attributes().Where(attribute => attribute.Name == "LOCTYPE" || attribute.Name.Namespace == X).Remove();
        file.Add(location);
        return file;
    }

    private static XElement Reference(string name, string path, byte[] bytes, XAttribute own) => new(
        M + name, own, new XAttribute("LOCTYPE", "URL"), new XAttribute(X + "type", "simple"), new XAttribute(X + "href", path), new XAttribute("MIMETYPE", "application/octet-stream"),
        new XAttribute("SIZE", bytes.Length), new XAttribute("CREATED", "2026-05-20T09:30:00.000+07:00"), new XAttribute("CHECKSUM", Convert.ToHexString(SHA256.HashData(bytes))), new XAttribute("CHECKSUMTYPE", "SHA-256"));

    private static string Uuid(char digit) => $"uuid-{new string(digit, 8)}-{new string(digit, 4)}-{new string(digit, 4)}-{new string(digit, 4)}-{new string(digit, 12)}";
}
