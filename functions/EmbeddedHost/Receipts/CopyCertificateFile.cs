using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmbeddedHost.Identity;

namespace EmbeddedHost.Receipts;

/// <summary>
/// The development certificate that signs copies, for one machine: it names itself and proves nothing to anybody else. On Azure the setting is a reference
/// to Key Vault.
/// </summary>
internal static class CopyCertificateFile
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The certificate with the key kept in this folder, in PEM; both are the same after a restart.</summary>
    public static string Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var key = PrivateKeyFile.Open(Path.Combine(folder, "copies.pem"));
        var file = Path.Combine(folder, "copies.crt");
        if (!File.Exists(file))
            Write(file, key);
        return $"{File.ReadAllText(file)}\n{key}";
    }

    private static void Write(string file, string key)
    {
        using var signing = ECDsa.Create();
        signing.ImportFromPem(key);
        var request = new CertificateRequest("CN=Lưu trữ (máy phát triển), O=Development", signing, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var certificate = request.CreateSelfSigned(From, From.AddYears(40));
        File.WriteAllText($"{file}.new", certificate.ExportCertificatePem());
        File.Move($"{file}.new", file, overwrite: true);
    }
}
