using System.Globalization;
using System.Xml;
using Archive.Description;
using Archive.Packages.Rules;

namespace Archive.Packages.Submitting;

/// <summary>The data sets of a submission as files: what each is called, its namespace, and its schema, which is worked out from the data set itself.</summary>
internal static class SubmissionForm
{
    private const string Schema = "http://www.w3.org/2001/XMLSchema";

    public static DescriptionKind KindOf(PackagedKind kind) => kind switch
    {
        PackagedKind.Photo => DescriptionKind.Photo,
        PackagedKind.Media => DescriptionKind.Media,
        _ => DescriptionKind.Document,
    };

    /// <summary>The namespace of a description in a submission; the circular publishes none.</summary>
    public static string NamespaceOf(DescriptionKind kind) => $"urn:records-archive:tt05-2025:sip:{kind.ToString().ToLowerInvariant()}";

    /// <summary>Writes the schema of a description: its fields in any order, with their lengths.</summary>
    public static Task WriteSchema(Stream target, DescriptionKind kind, CancellationToken stop) => XmlOut.Write(
        target,
        file =>
        {
            var (xml, ns) = (file.Xml, NamespaceOf(kind));
            xml.WriteStartElement("xs", "schema", Schema);
            xml.WriteAttributeString("xmlns", ns);
            xml.WriteAttributeString("targetNamespace", ns);
            xml.WriteAttributeString("elementFormDefault", "qualified");
            xml.WriteStartElement("element", Schema);
            xml.WriteAttributeString("name", DescriptiveFile.Root);
            xml.WriteStartElement("complexType", Schema);
            xml.WriteStartElement("all", Schema);
            foreach (var rule in DescriptionForm.Of(kind))
                Element(xml, rule);
            return Task.CompletedTask;
        },
        stop);

    private static void Element(XmlWriter xml, FieldRule rule)
    {
        xml.WriteStartElement("element", Schema);
        xml.WriteAttributeString("name", rule.Name);
        if (!rule.Required)
            xml.WriteAttributeString("minOccurs", "0");
        xml.WriteStartElement("simpleType", Schema);
        xml.WriteStartElement("restriction", Schema);
        xml.WriteAttributeString("base", "xs:string");
        Facet(xml, "minLength", "1");
        Facet(xml, "maxLength", rule.MaxLength.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Facet(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name, Schema);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }
}
