using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SampleMaker.Papers;

namespace SampleMaker.Sidecars;

/// <summary>The header of a message of the document exchange axis (QCVN 102:2016), in two of the shapes gateways write it in.</summary>
internal static class EdXml
{
    private static readonly XNamespace Standard = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    /// <summary>The layered shape of the standard, with its prefix.</summary>
    public static byte[] Layered(Paper paper) => Write(new XElement(
        Standard + "edXML",
        new XAttribute(XNamespace.Xmlns + "edXML", Standard.NamespaceName),
        new XElement(
            Standard + "edXMLEnvelope",
            new XElement(Standard + "edXMLHeader", Header(paper, Standard, "Place", "PromulgationDate", "FullName"), Trace(paper)),
            new XElement(Standard + "edXMLBody"))));

    /// <summary>A shape without prefixes and layers, with other names for the same things.</summary>
    public static byte[] Flat(Paper paper) => Write(new XElement("EdXMLEnvelope", Header(paper, XNamespace.None, "Promulgator", "Date", "Signer")));

    private static XElement Header(Paper paper, XNamespace space, string place, string date, string signer) => new(
        space + "MessageHeader",
        new XElement(space + "From", new XElement(space + "OrganId", paper.Agency), new XElement(space + "OrganName", Agencies.Name(paper.Agency))),
        paper.Lines("to").Select(name => new XElement(space + "To", new XElement(space + "OrganName", name))),
        new XElement(space + "Code", new XElement(space + "CodeNumber", paper["number"]), new XElement(space + "CodeNotation", paper["notation"])),
        new XElement(space + "PromulgationInfo", new XElement(space + place, paper["place"]), new XElement(space + date, Slashed(paper.FileDate))),
        space == XNamespace.None
            ? new XElement("DocumentType", "Công văn")
            : new XElement(space + "DocumentType", new XElement(space + "Type", "2"), new XElement(space + "TypeName", "Công văn")),
        new XElement(space + "Subject", paper.Subject),
        new XElement(
            space + "SignerInfo",
            new XElement(space + "Competence", paper.Lines("authority")[0].Split('.')[0] + "."),
            new XElement(space + "Position", paper.Lines("authority")[^1]),
            new XElement(space + signer, paper["signer"])),
        new XElement(
            space + "OtherInfo",
            new XElement(space + "Priority", paper["stamp"] is null ? "0" : "3"),
            new XElement(space + "PageAmount", PaperFiles.PageCount(paper)!.Value.ToString(CultureInfo.InvariantCulture))));

    private static XElement Trace(Paper paper) => new(
        Standard + "TraceHeaderList",
        new XElement(
            Standard + "TraceHeader",
            new XElement(Standard + "OrganId", paper.Agency),
            new XElement(Standard + "Timestamp", Slashed(paper.FileDate) + " 15:20:00")));

    private static string Slashed(string date) => $"{date[6..]}/{date[3..5]}/{date[..2]}";

    private static byte[] Write(XElement root) =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root.ToString(SaveOptions.None).ReplaceLineEndings("\n")}\n");
}
