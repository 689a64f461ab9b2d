using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SampleMaker.Pages;
using SampleMaker.Papers;
using SampleMaker.Pdf;

namespace SampleMaker.Refused;

/// <summary>A PDF nobody opens without its password: AES-256, security handler revision 5, its random parts fixed. Strings stay in the clear.</summary>
internal static class LockedPdf
{
    private const string Password = "mat-khau-cua-mau";
    private static readonly byte[] FileKey = SHA256.HashData("file key of the locked sample"u8);

    /// <summary>Writes and locks a paper.</summary>
    public static byte[] Write(Paper paper)
    {
        var pdf = new PdfObjects { Seal = Seal };
        var (tree, pages) = PdfPaper.AddPages(pdf, Typesetter.Set(paper));
        var encryption = pdf.Add(Dictionary());
        return PdfPaper.Finish(pdf, tree, pages, paper.Subject, paper.FileDate, "", string.Create(CultureInfo.InvariantCulture, $"/Encrypt {encryption} 0 R "));
    }

    private static byte[] Seal(byte[] content)
    {
        var start = SHA256.HashData(content)[..16];
        return [.. start, .. Cipher(FileKey, start, content, PaddingMode.PKCS7)];
    }

    private static string Dictionary()
    {
        var password = Encoding.ASCII.GetBytes(Password);
        var (user, userKey) = Entry(password, "user-val"u8, "user-key"u8, []);
        var (owner, ownerKey) = Entry(password, "ownr-val"u8, "ownr-key"u8, user);
        var permissions = Cipher(FileKey, new byte[16], [0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'T', (byte)'a', (byte)'d', (byte)'b', 1, 2, 3, 4], PaddingMode.None);
        return $"<< /Filter /Standard /V 5 /R 5 /Length 256 /P -4 /U {Hex(user)} /UE {Hex(userKey)} /O {Hex(owner)} /OE {Hex(ownerKey)} /Perms {Hex(permissions)} "
            + "/CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /Identity >>";
    }

    /// <summary>What checks a password, and the file's key under it.</summary>
    private static (byte[] Check, byte[] Key) Entry(byte[] password, ReadOnlySpan<byte> checkSalt, ReadOnlySpan<byte> keySalt, byte[] user)
    {
        byte[] check = [.. SHA256.HashData([.. password, .. checkSalt, .. user]), .. checkSalt, .. keySalt];
        return (check, Cipher(SHA256.HashData([.. password, .. keySalt, .. user]), new byte[16], FileKey, PaddingMode.None));
    }

    private static byte[] Cipher(byte[] key, byte[] start, byte[] content, PaddingMode padding)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(content, start, padding);
    }

    private static string Hex(byte[] bytes) => $"<{Convert.ToHexString(bytes)}>";
}
