using System.Xml;
using Archive.Description;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>
/// A signature found in a document, as an extension of PREMIS <c>signatureInformation</c>: PREMIS's own <c>signature</c> wants the encoded
/// signature value, which stays inside the document.
/// </summary>
internal static class SignatureOut
{
    private const string Namespace = "urn:records-archive:signature-reading";

    public static void Write(XmlWriter xml, SignatureReading signature)
    {
        xml.WriteStartElement("signatureInformation", Premis);
        xml.WriteStartElement("signatureInformationExtension", Premis);
        xml.WriteStartElement("signatureReading", Namespace);
        xml.Text("signer", Namespace, signature.Signer);
        xml.Text("issuer", Namespace, signature.Issuer);
        if (signature.SignedAt is { } at)
            xml.Text("signedAt", Namespace, XmlText.Time(at));
        xml.Text("intact", Namespace, XmlConvert.ToString(signature.Intact));
        xml.Text("coversWholeFile", Namespace, XmlConvert.ToString(signature.CoversWholeFile));
        if (signature.Problem is not null)
            xml.Text("problem", Namespace, signature.Problem);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
