using System.Security.Cryptography;
using Archive.Description;
using Archive.Packages.Rules;
using Archive.Records;

namespace Archive.Packages.Messages;

/// <summary>Holds an edXML message to its rules, and says what is in it.</summary>
internal static class MessageCheck
{
    /// <summary>Whether it is a message.</summary>
    public static bool Is(IPackageSource source) => source is OpenedMessage;

    /// <summary>Whether it brings documents. One without any describes a document that comes beside it.</summary>
    public static bool HasDocuments(IPackageSource source) => source is OpenedMessage { Message.Attachments.Count: > 0 };

    public static async Task<TakenPackage> TakeAsync(IPackageSource source, CancellationToken stop)
    {
        var facts = await ReadAsync(source as OpenedMessage, stop);
        var report = new PackageReport(
            Specification.Message, facts.Name, facts.Message.Root is null ? 0 : facts.Attachments.Count + 1, facts.Bytes, MessageRules.All.Check(facts));
        return new TakenPackage(report, Dossier(source, facts));
    }

    private static async Task<MessageFacts> ReadAsync(OpenedMessage? opened, CancellationToken stop)
    {
        if (opened is null)
            return MessageFacts.None;

        var digests = new List<Sha256Digest>();
        foreach (var attachment in opened.Attachments)
        {
            await using var content = await opened.OpenAsync(attachment.Path, stop);
            digests.Add(Sha256Digest.Of(await SHA256.HashDataAsync(content, stop)));
        }

        return new MessageFacts(opened.Message, opened.Attachments, digests, opened.Bytes);
    }

    /// <summary>The first attachment is the document, the others go with it; what the message says, it says of all of them.</summary>
    private static PackagedDossier Dossier(IPackageSource source, MessageFacts facts)
    {
        var said = new PackageDescription(DescriptionKind.Other, null, facts.Fields) { Words = facts.Words };
        return PackagedDossier.OfFiles(source, facts.Fields.GetValueOrDefault(Field.Subject), [.. facts.Attachments.Select((attachment, at) => new PackagedEntry(
            attachment.Path, attachment.Path, null, null, at == 0 ? PackagedJoin.None : PackagedJoin.Attachment, attachment.Size, facts.Digests[at], attachment.Element.Said(MessageNames.Types))
        {
            Said = said,
        })]);
    }
}
