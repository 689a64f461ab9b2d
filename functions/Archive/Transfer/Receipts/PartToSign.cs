using System.Buffers.Text;

namespace Archive.Transfer.Receipts;

/// <summary>One half of a receipt before it is signed.</summary>
public sealed class PartToSign
{
    private readonly string header;
    private readonly string payload;

    private PartToSign(string keyId, string kind, byte[] content)
    {
        header = Base64Url.EncodeToString(ReceiptJson.Write(new PartHeader(PartHeader.Es256, keyId, kind)));
        payload = Base64Url.EncodeToString(content);
    }

    /// <summary>What the key signs with ES256: ECDSA on P-256 over the SHA-256 of these bytes.</summary>
    public byte[] Bytes => new SignedPart(header, payload, "").SignedBytes;

    /// <summary>The agency's half.</summary>
    /// <param name="submission">What is handed over.</param>
    /// <param name="keyId">The name of the agency's key (<see cref="PublicKey.Id"/>).</param>
    /// <exception cref="ArgumentException">It has <see cref="Submission.Flaws"/>: nobody could verify it later.</exception>
    public static PartToSign Of(Submission submission, string keyId) => submission.Flaws() is [var flaw, ..]
        ? throw new ArgumentException($"A submission cannot be signed: {flaw}.", nameof(submission))
        : new(keyId, PartHeader.Submission, ReceiptJson.Write(submission));

    /// <summary>The city's half, over the agency's.</summary>
    /// <param name="acceptance">What the historical archive says.</param>
    /// <param name="submission">The agency's half, signed.</param>
    /// <param name="place">The place in the agency's chain.</param>
    /// <param name="keyId">The name of the city's key.</param>
    /// <exception cref="ArgumentException">It has <see cref="Countersignature.Flaws"/>, or there is no such place.</exception>
    public static PartToSign Of(Acceptance acceptance, SignedPart submission, ChainLink place, string keyId)
    {
        var content = new Countersignature(place, submission.Digest, acceptance);
        return !place.IsSound ? throw new ArgumentException($"There is no place {place.Sequence} in a chain like this.", nameof(place))
            : content.Flaws() is [var flaw, ..] ? throw new ArgumentException($"An acceptance cannot be signed: {flaw}.", nameof(acceptance))
            : new(keyId, PartHeader.Acceptance, ReceiptJson.Write(content));
    }

    /// <summary>This half with the signature over <see cref="Bytes"/>.</summary>
    public SignedPart WithSignature(ReadOnlySpan<byte> signature) => new(header, payload, Base64Url.EncodeToString(signature));
}
