using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using SampleMaker.Typography;

namespace SampleMaker.Pdf;

/// <summary>
/// The invented authority and signer of the signed samples. Their keys stand in the repository for everybody to read and sign nothing but
/// samples; RSA with PKCS #1 padding gives the same signature every time.
/// </summary>
internal static class SampleSigner
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), To = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A detached CMS signature.</summary>
    /// <param name="content">The signed bytes.</param>
    /// <param name="signer">The common name in the signer's certificate.</param>
    /// <param name="time">The signing time the signature claims.</param>
    public static byte[] Sign(byte[] content, string signer, DateTime time)
    {
        using var authorityKey = Key("sample-ca-not-a-secret.pem");
        using var signerKey = Key("sample-signer-not-a-secret.pem");
        using var authority = Authority(authorityKey);
        using var certificate = Certificate(authority, authorityKey, signerKey, signer);
        using var withKey = certificate.CopyWithPrivateKey(signerKey);

        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var how = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, withKey)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        how.Certificates.Add(authority);
        how.SignedAttributes.Add(new Pkcs9SigningTime(time));
        cms.ComputeSignature(how);
        return cms.Encode();
    }

    private static RSA Key(string name)
    {
        var key = RSA.Create();
        key.ImportFromPem(Resource.Text(name));
        return key;
    }

    private static X509Certificate2 Authority(RSA key)
    {
        var request = new CertificateRequest("CN=Sample CA (not to be trusted), O=Archive samples, C=VN", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return request.Create(request.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), From, To, [1]);
    }

    private static X509Certificate2 Certificate(X509Certificate2 authority, RSA authorityKey, RSA key, string signer)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(signer);
        name.AddOrganizationName("Archive samples");
        name.AddCountryOrRegion("VN");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        return request.Create(authority.SubjectName, X509SignatureGenerator.CreateForRSA(authorityKey, RSASignaturePadding.Pkcs1), From, To, [2]);
    }
}
