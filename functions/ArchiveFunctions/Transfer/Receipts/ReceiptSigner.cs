using System.Security.Cryptography;
using Archive.Transfer.Receipts;

namespace ArchiveFunctions.Transfer.Receipts;

/// <summary>
/// Signs one side's halves of receipts with a private key held in this process. On Azure the key comes from Key Vault as a secret, so it
/// does leave the vault; a signer that sends only the digest there would be a second kind of this.
/// </summary>
public sealed class ReceiptSigner
{
    private readonly ECParameters key;

    private ReceiptSigner(ECParameters key, PublicKey publicKey) => (this.key, PublicKey) = (key, publicKey);

    /// <summary>What its signatures are checked with; <see cref="PublicKey.Id"/> names the key in receipts.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>A signer with a private key on P-256, PKCS#8 in PEM.</summary>
    /// <exception cref="ArgumentException">It is no such key.</exception>
    public static ReceiptSigner FromPem(string pem, Party party)
    {
        using var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(pem);
            return new ReceiptSigner(read.ExportParameters(includePrivateParameters: true), PublicKey.Of(read, party));
        }
        catch (CryptographicException e)
        {
            throw new ArgumentException("Not a private key.", nameof(pem), e);
        }
    }

    /// <summary>The half with its signature (ES256).</summary>
    public SignedPart Sign(PartToSign part)
    {
        using var signing = ECDsa.Create(key); // One each time: an instance is not for two threads.
        return part.WithSignature(signing.SignData(part.Bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }
}
