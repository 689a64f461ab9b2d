using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>Whether a signature fits what it is said to sign (RFC 5652, 5.4 and 5.6).</summary>
internal static class SignatureMath
{
    private const string Pss = "1.2.840.113549.1.1.10";

    /// <summary>Verifies with the certificate's key, RSA (PKCS#1 and PSS) or elliptic.</summary>
    public static bool Verifies(X509Certificate2 certificate, SignerInfo signer, HashAlgorithmName algorithm, byte[] signed, bool isDigest)
    {
        var digest = isDigest ? signed : Digest(signed, algorithm);
        var signature = signer.GetSignature();
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
            return rsa.VerifyHash(digest, signature, algorithm, signer.SignatureAlgorithm.Value == Pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);

        using var elliptic = certificate.GetECDsaPublicKey();
        return elliptic?.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence) ?? throw new NotSupportedException("The key is neither RSA nor elliptic.");
    }

    /// <summary>The signed attributes as they were signed: a DER set, whatever order and tag the message gives them.</summary>
    public static byte[] Encode(CryptographicAttributeObjectCollection attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            foreach (var attribute in attributes)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(attribute.Oid.Value!);
                    using (writer.PushSetOf())
                    {
                        foreach (var value in attribute.Values)
                            writer.WriteEncodedValue(value.RawData);
                    }
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] Digest(byte[] bytes, HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }
}
