using System.Security.Cryptography;
using System.Text;
using Archive.Records;

namespace Archive.Transfer.Receipts;

/// <summary>
/// The receipt of one consignment: two signed halves in one JSON file, kept for as long as the records. Each fact stands in one place only, so
/// no two can disagree.
/// </summary>
/// <param name="submission">The agency's half.</param>
/// <param name="acceptance">The city's half.</param>
public sealed class Receipt(SignedPart submission, SignedPart acceptance)
{
    internal const string Format = "custody-receipt/1";

    /// <summary>For whoever finds the file when nothing of this archive runs any more.</summary>
    internal const string Reading =
        "Custody receipt (biên bản giao nhận). Two JSON Web Signatures, RFC 7515, ES256: 'submission' is the agency's, 'acceptance' the historical archive's. "
        + "A 'payload' is base64url of JSON in UTF-8. The acceptance names the submission by the SHA-256 of its protected.payload.signature.";

    /// <summary>The agency's half.</summary>
    public SignedPart Submission => submission;

    /// <summary>The city's half.</summary>
    public SignedPart Acceptance => acceptance;

    /// <summary>What the agency said; null where its half cannot be read.</summary>
    public Submission? Submitted { get; } = Content<Submission>(submission) is { } read && read.Flaws().Count == 0 ? read : null;

    /// <summary>What the city said; null where its half cannot be read.</summary>
    public Countersignature? Accepted { get; } = Content<Countersignature>(acceptance) is { } read && read.Flaws().Count == 0 ? read : null;

    /// <summary>The file's name in its agency's folder: the place in the chain, so that two receipts cannot take one place.</summary>
    public static string Name(int sequence) => $"{sequence:D6}.json";

    /// <summary>The file, byte for byte: there is one form only.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder()
            .Append("{\n  \"format\": \"").Append(Format).Append("\",\n  \"reading\": \"").Append(Reading).Append("\",\n");
        Append(text, "submission", Submission).Append(",\n");
        Append(text, "acceptance", Acceptance).Append("\n}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What both halves say, for a person to read: the JSON under the signatures, indented.</summary>
    public string ToText() => $$"""
        {
          "submission": {{ReceiptJson.Indented(SignedPart.Decoded(submission.Payload))}},
          "acceptance": {{ReceiptJson.Indented(SignedPart.Decoded(acceptance.Payload))}}
        }
        """;

    /// <summary>The SHA-256 of the file: what the next receipt of the agency names.</summary>
    public Sha256Digest Digest() => Sha256Digest.Of(SHA256.HashData(ToBytes()));

    private static T? Content<T>(SignedPart part)
        where T : class => SignedPart.Decoded(part.Payload) is { } json ? ReceiptJson.Read<T>(json) : null;

    private static StringBuilder Append(StringBuilder text, string name, SignedPart part) => text
        .Append("  \"").Append(name).Append("\": {\n")
        .Append("    \"protected\": \"").Append(part.Protected).Append("\",\n")
        .Append("    \"payload\": \"").Append(part.Payload).Append("\",\n")
        .Append("    \"signature\": \"").Append(part.Signature).Append("\"\n  }");
}
