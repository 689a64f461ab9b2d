using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ArchiveFunctions.ReadingRoom.Deliveries;
using Microsoft.Extensions.Configuration;

namespace ArchiveFunctions.Tests.ReadingRoom.Deliveries;

/// <summary>Signers as the setting holds them.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static CopySigner Elliptic { get; } = Of(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public static CopySigner Rsa { get; } = Of(RSA.Create(2048));

    private static CopySigner Of(AsymmetricAlgorithm key)
    {
        var name = new X500DistinguishedName("CN=Trung tâm Lưu trữ lịch sử");
        var request = key is RSA rsa ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : new CertificateRequest(name, (ECDsa)key, HashAlgorithmName.SHA256);
        var pem = $"{request.CreateSelfSigned(From, From.AddYears(5)).ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";
        return CopySigner.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Deliveries:Certificate", pem)]).Build());
    }
}
