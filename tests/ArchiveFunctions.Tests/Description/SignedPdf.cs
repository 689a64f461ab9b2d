using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ArchiveFunctions.Tests.Accession.Content;

namespace ArchiveFunctions.Tests.Description;

/// <summary>A PDF signed with a certificate of its own, as signing software does it: a hole of known size, ranges around it, then the signature into the hole.</summary>
internal sealed class SignedPdf
{
    private const int Hole = 8192;
    private const string Named = "CN=Nguyễn Văn An, O=Sở Nội vụ";

    public static readonly DateTimeOffset SigningTime = new(2025, 1, 5, 2, 30, 0, TimeSpan.Zero);

    private static readonly X509Certificate2 Rsa = Certificate(RSA.Create(2048), Named);
    private static readonly X509Certificate2 Elliptic = Certificate(ECDsa.Create(ECCurve.NamedCurves.nistP256), Named);

    public SignedPdf(string subFilter = "adbe.pkcs7.detached", bool elliptic = false, bool attributes = true, bool bare = false, string? name = null)
    {
        Bytes = Unsigned(subFilter);
        var open = Bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes("/Contents <")) + 10;
        var behind = open + Hole + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {open} {behind} {Bytes.Length - behind}]").PadRight(60);
        Encoding.Latin1.GetBytes(range).CopyTo(Bytes, Bytes.AsSpan().IndexOf("[0 0 0 0"u8));
        byte[] signed = [.. Bytes[..open], .. Bytes[behind..]];
        var signature = Sign(signed, subFilter, name is not null ? Certificate(ECDsa.Create(ECCurve.NamedCurves.nistP256), name) : elliptic ? Elliptic : Rsa, attributes, bare);
        Encoding.Latin1.GetBytes(Convert.ToHexString(signature)).CopyTo(Bytes, open + 1);
    }

    public byte[] Bytes { get; }

    private static byte[] Unsigned(string subFilter) => MadeFiles.RawPdf(
        "<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[4 0 R]>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>",
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/Rect[0 0 9 9]/V 5 0 R/P 3 0 R>>",
        $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/{subFilter}/M(D:20250105093000+07'00')/ByteRange {"[0 0 0 0".PadRight(59)}]/Contents <{new string('0', Hole)}>>>");

    private static byte[] Sign(byte[] content, string subFilter, X509Certificate2 certificate, bool attributes, bool bare)
    {
        var enclosed = subFilter == "adbe.pkcs7.sha1";
        var message = new SignedCms(new ContentInfo(enclosed ? Sha1(content) : content), detached: !enclosed);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = bare ? X509IncludeOption.None : X509IncludeOption.EndCertOnly,
        };
        if (attributes)
            signer.SignedAttributes.Add(new Pkcs9SigningTime(SigningTime.UtcDateTime));
        message.ComputeSignature(signer);
        return message.Encode();
    }

    /// <summary>That kind of signature is defined with SHA-1 and nothing else.</summary>
    private static byte[] Sha1(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    private static X509Certificate2 Certificate(AsymmetricAlgorithm key, string name)
    {
        var request = key is RSA rsa
            ? new CertificateRequest(new X500DistinguishedName(name), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(new X500DistinguishedName(name), (ECDsa)key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(SigningTime.AddYears(-1), SigningTime.AddYears(3));
    }
}
