using System.Text;
using System.Xml.Linq;
using Archive.Packages.Rules;

namespace Archive.Packages.Messages;

/// <summary>
/// What edXML messages (QCVN 102:2016/BTTTT) with attachments are held to. The standard's schema is not at hand: what would lose a byte, or leave a document
/// without a title, is a MUST; what else its readers ask, a SHOULD.
/// </summary>
internal static class MessageRules
{
    private const int LongestSubject = 500;
    private const int LongestName = 200;

    /// <summary>Every rule, in the order a message is read.</summary>
    public static IReadOnlyList<FactRule<MessageFacts>> All { get; } =
    [
        Must("EDX1", "The message is well-formed XML to its end, without a DTD, no deeper than 24 levels, with no more than 100 attributes an element and 4 MB beside the attachments.", facts =>
            facts.Message.Fault is { } fault ? [In("message", fault, "edXML")] : []),
        Must("EDX2", "It has a MessageHeader, no longer than 200 KB.", facts => facts.Message switch
        {
            { Root: null } => [],
            { Header: null } => [In("message", "no MessageHeader", "MessageHeader")],
            _ when facts.Words!.Length > MessageFacts.LongestHeader =>
                [In("MessageHeader", $"{facts.Words.Length} bytes", $"{MessageFacts.LongestHeader} bytes")],
            _ => [],
        }),
        Must("EDX3", "The header has a Subject.", facts =>
            facts.Header is not null && Subject(facts) is null ? [In("MessageHeader/Subject", "nothing", "a value")] : []),
        Should("EDX4", "The Subject has at most 500 letters.", facts =>
            Subject(facts) is { Length: > LongestSubject } subject
                ? [In("MessageHeader/Subject", $"{subject.Length} letters", $"{LongestSubject} letters")] : []),
        Should("EDX5", "From says who sends it: OrganId and OrganName.", facts =>
            from part in facts.Header is null ? [] : new[] { "OrganId", "OrganName" }
            where facts.Header.Parts("From").FirstOrDefault().Said(part) is null
            select In($"MessageHeader/From/{part}", "nothing", "a value")),
        Should("EDX6", "To says who gets it: one or more, each with OrganId or OrganName.", NoReceiver),
        Should("EDX7", "Nobody gets it twice.", facts =>
            from to in facts.Header.Parts("To").Select(Receiver).OfType<string>().GroupBy(to => to, StringComparer.OrdinalIgnoreCase)
            where to.Count() > 1
            select In("MessageHeader/To", $"{to.Key}: {to.Count()}", "once")),
        Must("EDX8", "At least one document is attached.", facts =>
            facts.Message is { Fault: null, Attachments.Count: 0 } ? [In("message", "no attachment", "one or more")] : []),
        Must("EDX9", "Everything the manifest lists is attached: of each Reference there is an attachment of its ContentId.", NotAttached),
        Should("EDX10", "Everything attached is listed in the manifest, where that lists anything.", NotListed),
        Should("EDX11", "Each attachment has a name of at most 200 letters.", facts =>
            from attachment in facts.Attachments
            let name = attachment.Element.Said(MessageNames.FileNames)
            where name is null or { Length: > LongestName }
            select new Breach(
                attachment.Path, attachment.Element.Place() + "/AttachmentName",
                name is null ? "nothing" : $"{name.Length} letters", $"1 to {LongestName} letters")),
        Must("EDX12", "Each attachment's content is base64 to its end.", facts =>
            from attachment in facts.Attachments
            where attachment.Content is { IsDecoded: false }
            select new Breach(attachment.Path, attachment.Content!.Element.Place(), $"{attachment.Content.Size} bytes until what is none", "base64")),
        Must("EDX13", "No attachment is empty.", facts =>
            from attachment in facts.Attachments
            where attachment.Size == 0 && attachment.Content is not { IsDecoded: false } && facts.Message.Fault is null
            select new Breach(attachment.Path, attachment.Element.Place(), "nothing", "its bytes")),
        Should("EDX14", "The message is of a new document: one that recalls, updates or replaces another (BussinessDocType 1, 2, 3) is for a person to look at.", facts =>
            from type in facts.Message.Root?.Descendants().Where(element => element.Is("BussinessDocType", "BusinessDocType")) ?? []
            where type.Value.Trim() is not ("" or "0")
            select In(type.Place(), type.Value.Trim(), "0")),
        Must("EDX15", "Each content belongs to one attachment, and each attachment has one content.", LeftOut),
        .. MessageTolerances.All,
    ];

    internal static FactRule<MessageFacts> May(string id, string asks, Func<MessageFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.May, asks, check);

    /// <summary>A place in the message itself.</summary>
    internal static Breach In(string where, string found, string expected) => new(OpenedMessage.Itself, where, found, expected);

    private static FactRule<MessageFacts> Must(string id, string asks, Func<MessageFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.Must, asks, check);

    private static FactRule<MessageFacts> Should(string id, string asks, Func<MessageFacts, IEnumerable<Breach>> check) =>
        new(id, RuleLevel.Should, asks, check);

    private static IEnumerable<Breach> NoReceiver(MessageFacts facts)
    {
        var receivers = facts.Header.Parts("To").ToArray();
        if (facts.Header is not null && receivers.Length == 0)
            return [In("MessageHeader/To", "nothing", "one or more")];
        return from to in receivers.Index()
               where Receiver(to.Item) is null
               select In($"MessageHeader/To[{to.Index + 1}]", "nothing", "OrganId or OrganName");
    }

    private static IEnumerable<Breach> NotAttached(MessageFacts facts)
    {
        var attached = facts.Message.Attachments.Select(Message.IdOf).ToHashSet(StringComparer.Ordinal);
        return from reference in facts.Message is { Fault: null } ? facts.Message.References : []
               let id = Message.IdOf(reference)
               where id is null || !attached.Contains(id)
               select In(reference.Place(), id ?? "no ContentId", "its attachment");
    }

    private static IEnumerable<Breach> NotListed(MessageFacts facts)
    {
        var listed = facts.Message.References.Select(Message.IdOf).ToHashSet(StringComparer.Ordinal);
        return from attachment in listed.Count > 0 ? facts.Attachments : []
               let id = Message.IdOf(attachment.Element)
               where id is null || !listed.Contains(id)
               select new Breach(attachment.Path, attachment.Element.Place(), id ?? "no ContentId", "its Reference");
    }

    /// <summary>The contents that are no document, but those that have nothing in them.</summary>
    private static IEnumerable<Breach> LeftOut(MessageFacts facts)
    {
        var taken = facts.Attachments.Select(attachment => attachment.Content?.Element).ToHashSet();
        return from content in facts.Message.Contents
               where !taken.Contains(content.Element) && content is ({ Size: > 0 } or { IsDecoded: false })
               select In(content.Element.Place(), $"{content.Size} bytes", "an attachment of their own");
    }

    private static string? Subject(MessageFacts facts) => facts.Header.Said("Subject");

    private static string? Receiver(XElement to) => to.Said("OrganId") ?? to.Said("OrganName")?.Normalize(NormalizationForm.FormC);
}
