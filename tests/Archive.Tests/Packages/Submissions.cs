using System.Text;
using System.Xml.Linq;
using static Archive.Tests.Packages.BlobPackage;

namespace Archive.Tests.Packages;

/// <summary>Submission packages of any number of documents, made of the sample batch.</summary>
internal static class Submissions
{
    private const string Code = "H26.02.2024.01";
    private const string Folder = "representations/rep1/";

    public static BlobPackage Of(int documents)
    {
        var package = SamplePackages.Base("tt05-sip-batch");
        var (description, data) = ($"{Folder}metadata/descriptive/EAD_doc_{Code}.1.xml", $"{Folder}data/{Code}.1.pdf");
        var said = Encoding.UTF8.GetString(package.Blobs[description]);
        for (var number = 3; number <= documents; number++)
        {
            package.Blobs[description.Replace(".1.xml", $".{number}.xml", StringComparison.Ordinal)] =
                Encoding.UTF8.GetBytes(said.Replace($"{Code}.1<", $"{Code}.{number}<", StringComparison.Ordinal).Replace("0000001", $"{number:D7}", StringComparison.Ordinal));
            package.Blobs[data.Replace(".1.pdf", $".{number}.pdf", StringComparison.Ordinal)] = Encoding.UTF8.GetBytes($"%PDF-1.4 {number}");
        }

        package.Edit("metadata/descriptive/EAD.xml", root => root.Element("totalDoc")!.Value = $"{documents}");
        package.Edit(Rep, root => Repeat(root, documents));
        Recipe.Seal(package, [.. package.Blobs.Keys]);
        return package;
    }

    /// <summary>The first document's section, file and division, for each of the others.</summary>
    private static void Repeat(XElement root, int documents)
    {
        XElement[] first =
        [
            root.Element(M + "dmdSec")!, root.Descendants(M + "file").First(), root.Descendants(M + "div").First(division => (string?)division.Attribute("LABEL") == "MetadataLink/File"),
        ];
        var metadata = root.Descendants(M + "div").Single(division => (string?)division.Attribute("LABEL") == "Metadata").Attribute("DMDID")!;
        var sections = new StringBuilder(metadata.Value);
        foreach (var one in first)
        {
            var last = one.ElementsAfterSelf(one.Name).Last();
            last.AddAfterSelf(Enumerable.Range(3, documents - 2).Select(number => Copy(one, number)));
        }

        foreach (var section in root.Elements(M + "dmdSec").Skip(2))
            sections.Append(' ').Append(section.Attribute("ID")!.Value);
        metadata.Value = sections.ToString();
    }

    private static XElement Copy(XElement one, int number)
    {
        var copy = new XElement(one);
        foreach (var attribute in copy.DescendantsAndSelf().Attributes())
        {
            attribute.Value = attribute.Name.LocalName switch
            {
                "ID" or "DMDID" or "FILEID" => $"{attribute.Value[..^6]}{number:D6}",
                "href" => attribute.Value.Replace(".1.", $".{number}.", StringComparison.Ordinal),
                _ => attribute.Value,
            };
        }

        return copy;
    }
}
