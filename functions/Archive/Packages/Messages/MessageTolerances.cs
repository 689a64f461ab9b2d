using System.Xml.Linq;
using Archive.Packages.Rules;
using static Archive.Packages.Messages.MessageRules;

namespace Archive.Packages.Messages;

/// <summary>What is read although the standard has it otherwise: gateways write it so. Each says what was found, so that who makes them can mend it.</summary>
internal static class MessageTolerances
{
    private static readonly (string Parent, string Name, string Standard)[] Renamed =
        [("SignerInfo", "Signer", "FullName"), ("PromulgationInfo", "Promulgator", "Place"), ("PromulgationInfo", "Date", "PromulgationDate")];

    private static readonly (string Name, string Standard)[] OfAttachments =
        [("FileName", "AttachmentName"), ("FileType", "ContentType"), ("Content", "ContentTransferEncoded")];

    public static readonly IReadOnlyList<FactRule<MessageFacts>> All =
    [
        May("EDT1", "The root is edXML, written so.", facts =>
            facts.Message.Root is { } root && root.Name.LocalName != MessageNames.Roots[0] ? [In("root", root.Name.LocalName, MessageNames.Roots[0])] : []),
        May("EDT2", "The root is of the standard's namespace.", facts =>
            facts.Message.Root is { } root && root.Name.NamespaceName != MessageNames.Namespace
                ? [In("root", root.Name.NamespaceName is { Length: > 0 } other ? other : "no namespace", MessageNames.Namespace)]
                : []),
        May("EDT3", "The MessageHeader lies in edXMLEnvelope/edXMLHeader.", facts =>
            facts.Header is { Parent: var parent } header && !(parent?.Is("edXMLHeader") == true && parent.Parent?.Is("edXMLEnvelope") == true)
                ? [In(header.Place(), parent?.Name.LocalName ?? "at the top", "edXMLEnvelope/edXMLHeader")] : []),
        May("EDT4", "The manifest's references name their attachment by ContentId.", facts =>
            from reference in facts.Message.References
            where reference.Said("ContentId") is null && Message.IdOf(reference) is not null
            select In(reference.Place(), "an address", "ContentId")),
        May("EDT5", "Attachments lie in AttachmentEncoded.", facts =>
            from attachment in facts.Attachments
            where attachment.Element.Parent?.Is("AttachmentEncoded") != true
            select new Breach(attachment.Path, attachment.Element.Place(), attachment.Element.Parent?.Name.LocalName ?? "at the top", "AttachmentEncoded")),
        May("EDT6", "An attachment's parts bear their names: AttachmentName, ContentType, ContentTransferEncoded.", facts =>
            from attachment in facts.Attachments
            from part in OfAttachments
            where attachment.Element.Parts(part.Name).Any()
            select new Breach(attachment.Path, attachment.Element.Place(), part.Name, part.Standard)),
        May("EDT7", "The header's parts bear their names: FullName, Place, PromulgationDate.", facts =>
            from part in Renamed
            from found in facts.Header.Parts(part.Parent).SelectMany(parent => parent.Parts(part.Name))
            select In(found.Place(), found.Name.LocalName, part.Standard)),
        May("EDT8", "DocumentType has its parts: Type, TypeDetail, TypeName.", facts =>
            from type in facts.Header.Parts("DocumentType")
            where !type.HasElements && type.Value.Trim().Length > 0
            select In(type.Place(), type.Value.Trim(), "DocumentType/TypeName")),
        May("EDT9", "An attachment's content is the document itself, and no ZIP about it.", facts =>
            from attachment in facts.Attachments
            where attachment.Wrapped is not null
            select new Breach(attachment.Path, attachment.Content!.Element.Place(), attachment.Wrapped!, "the document")),
    ];
}
