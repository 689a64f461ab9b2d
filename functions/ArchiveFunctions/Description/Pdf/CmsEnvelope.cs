using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>
/// The CMS message of a signature. The framework verifies detached signatures only over content in memory; here the content is a file of any
/// size, so its digest is made elsewhere and compared with the signed attribute, and the signature over the attributes is verified here.
/// </summary>
internal sealed class CmsEnvelope
{
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningTime = "1.2.840.113549.1.9.5";
    private const string TimestampToken = "1.2.840.113549.1.9.16.2.14";

    private readonly SignedCms message;
    private readonly SignerInfo signer;
    private readonly byte[] encoded;

    private CmsEnvelope(SignedCms message, byte[] encoded) => (this.message, signer, this.encoded) = (message, message.SignerInfos[0], encoded);

    /// <summary>The signing certificate, when the message brings it.</summary>
    public X509Certificate2? Certificate => signer.Certificate;

    /// <summary>What the content is digested with.</summary>
    public HashAlgorithmName DigestAlgorithm => Algorithm(signer.DigestAlgorithm);

    /// <summary>What a time stamp digested the content with.</summary>
    public HashAlgorithmName ImprintAlgorithm => Algorithm(Token().TokenInfo.HashAlgorithmId);

    /// <summary>The time the signer signed into it, else that of a time stamp on it.</summary>
    public DateTimeOffset? Time => SignedTime() ?? StampedTime();

    /// <summary>Opens a message; zeroes that fill the space reserved for it are passed over.</summary>
    public static CmsEnvelope Open(byte[] bytes)
    {
        AsnDecoder.ReadEncodedValue(bytes, AsnEncodingRules.BER, out _, out _, out var length);
        var encoded = bytes[..length];
        var message = new SignedCms();
        message.Decode(encoded);
        return message.SignerInfos.Count > 0 ? new(message, encoded) : throw new InvalidDataException("Nobody signed the message.");
    }

    /// <summary>Why the signature does not fit content of this digest, or null when it does.</summary>
    public string? JudgeDetached(byte[] digest)
    {
        if (Certificate is not { } certificate)
            return "the signing certificate is missing";
        if (signer.SignedAttributes.Count == 0)
            return SignatureMath.Verifies(certificate, signer, DigestAlgorithm, digest, isDigest: true) ? null : "the content was changed after signing";
        if (Attribute(signer.SignedAttributes, MessageDigest) is not Pkcs9MessageDigest signed || !signed.MessageDigest.AsSpan().SequenceEqual(digest))
            return "the content was changed after signing";

        return SignatureMath.Verifies(certificate, signer, DigestAlgorithm, SignatureMath.Encode(signer.SignedAttributes), isDigest: false) ? null : "the signature is wrong";
    }

    /// <summary>Why the signature does not fit, where the digest of the content lies in the message.</summary>
    public string? JudgeEnclosed(byte[] digest)
    {
        if (!message.ContentInfo.Content.AsSpan().SequenceEqual(digest))
            return "the content was changed after signing";

        message.CheckSignature(verifySignatureOnly: true);
        return null;
    }

    /// <summary>Why a document time stamp does not fit, or null when it does.</summary>
    public string? JudgeTimestamp(byte[] digest) =>
        Token().VerifySignatureForHash(digest, ImprintAlgorithm, out _, message.Certificates) ? null : "the content was changed after the time stamp";

    private Rfc3161TimestampToken Token() =>
        Rfc3161TimestampToken.TryDecode(encoded, out var token, out _) ? token : throw new InvalidDataException("No time stamp.");

    private DateTimeOffset? SignedTime() =>
        Attribute(signer.SignedAttributes, SigningTime) is Pkcs9SigningTime { SigningTime: var time } ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null;

    private DateTimeOffset? StampedTime()
    {
        var stamp = Attribute(signer.UnsignedAttributes, TimestampToken)?.RawData ?? (message.ContentInfo.ContentType.Value == "1.2.840.113549.1.9.16.1.4" ? encoded : null);
        return stamp is not null && Rfc3161TimestampToken.TryDecode(stamp, out var token, out _) ? token.TokenInfo.Timestamp : null;
    }

    private static AsnEncodedData? Attribute(CryptographicAttributeObjectCollection attributes, string oid) =>
        attributes.Cast<CryptographicAttributeObject>().FirstOrDefault(attribute => attribute.Oid.Value == oid) is { Values: { Count: > 0 } values } ? values[0] : null;

    private static HashAlgorithmName Algorithm(Oid oid) => oid.Value switch
    {
        "1.3.14.3.2.26" => HashAlgorithmName.SHA1,
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => throw new NotSupportedException($"Digest {oid.Value} is not known."),
    };
}
