using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>
/// Signs copies for the archive (TT 05/2025 Đ41): setting <c>Deliveries:Certificate</c>, the certificate, those above it if any, and the private key (PKCS#8),
/// in PEM. On Azure it is a reference to Key Vault; as with the keys of receipts, the key is in the process while it signs.
/// </summary>
public sealed class CopySigner
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    private const string RsaWithSha256 = "1.2.840.113549.1.1.11";
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly X509Certificate2Collection certificates;
    private readonly X509Certificate2 certificate;

    private CopySigner(X509Certificate2Collection certificates, X509Certificate2 certificate) => (this.certificates, this.certificate) = (certificates, certificate);

    /// <summary>Whom the certificate names.</summary>
    public string Name => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">It is missing, or no certificate with its key.</exception>
    public static CopySigner Of(IConfiguration configuration)
    {
        var pem = configuration["Deliveries:Certificate"] ?? "";
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(pem);
            return new CopySigner(all, X509Certificate2.CreateFromPem(pem, pem));
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException("Setting 'Deliveries__Certificate' is not a certificate with its private key (PEM).", e);
        }
    }

    /// <summary>
    /// A detached signature (RFC 5652) over content of this SHA-256, as PAdES asks for it: it names its certificate by digest, and leaves the time to the
    /// PDF. Made here because the framework signs only what lies in memory, and these files may be large.
    /// </summary>
    public byte[] Sign(byte[] digest)
    {
        var attributes = Attributes(digest);
        var cms = new AsnWriter(AsnEncodingRules.DER);
        using (cms.PushSequence())
        {
            cms.WriteObjectIdentifier(SignedData);
            using (cms.PushSequence(Zero))
            using (cms.PushSequence())
            {
                cms.WriteInteger(1);
                using (cms.PushSetOf())
                    Algorithm(cms, Sha256);
                using (cms.PushSequence())
                    cms.WriteObjectIdentifier(Data);
                using (cms.PushSetOf(Zero))
                {
                    foreach (var one in certificates)
                        cms.WriteEncodedValue(one.RawData);
                }

                using (cms.PushSetOf())
                    Signer(cms, attributes);
            }
        }

        return cms.Encode();
    }

    private void Signer(AsnWriter cms, byte[] attributes)
    {
        using (cms.PushSequence())
        {
            cms.WriteInteger(1);
            using (cms.PushSequence())
            {
                cms.WriteEncodedValue(certificate.IssuerName.RawData);
                cms.WriteInteger(certificate.SerialNumberBytes.Span);
            }

            Algorithm(cms, Sha256);
            cms.WriteEncodedValue([0xA0, .. attributes.AsSpan(1)]); // The set, tagged as the message has it; it is signed under its own tag.
            var (algorithm, signature) = Signature(attributes);
            Algorithm(cms, algorithm, isRsa: algorithm == RsaWithSha256);
            cms.WriteOctetString(signature);
        }
    }

    private (string Algorithm, byte[] Signature) Signature(byte[] attributes)
    {
        using var elliptic = certificate.GetECDsaPrivateKey();
        if (elliptic is not null)
            return (EcdsaWithSha256, elliptic.SignData(attributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        using var rsa = certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The key of 'Deliveries__Certificate' is neither RSA nor elliptic.");
        return (RsaWithSha256, rsa.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private byte[] Attributes(byte[] digest)
    {
        var set = new AsnWriter(AsnEncodingRules.DER);
        using (set.PushSetOf())
        {
            Attribute(set, ContentType, value => value.WriteObjectIdentifier(Data));
            Attribute(set, MessageDigest, value => value.WriteOctetString(digest));
            Attribute(set, SigningCertificateV2, value =>
            {
                using (value.PushSequence())
                using (value.PushSequence())
                using (value.PushSequence())
                    value.WriteOctetString(SHA256.HashData(certificate.RawData));
            });
        }

        return set.Encode();
    }

    private static void Attribute(AsnWriter set, string type, Action<AsnWriter> value)
    {
        using (set.PushSequence())
        {
            set.WriteObjectIdentifier(type);
            using (set.PushSetOf())
                value(set);
        }
    }

    private static void Algorithm(AsnWriter writer, string algorithm, bool isRsa = false)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
            if (isRsa)
                writer.WriteNull();
        }
    }
}
