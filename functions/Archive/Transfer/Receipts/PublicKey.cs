using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Transfer.Receipts;

/// <summary>The side a key signs for.</summary>
public enum Party
{
    /// <summary>The agency that hands over.</summary>
    Agency,

    /// <summary>The city's historical archive.</summary>
    City,
}

/// <summary>A public key (ECDSA, P-256) that a receipt can be checked with.</summary>
public sealed class PublicKey
{
    private const int CoordinateLength = 32;
    private readonly ECPoint point;

    private PublicKey(ECPoint point, Party? party)
    {
        (this.point, Party) = (point, party);
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));
    }

    /// <summary>Its name in receipts (<c>kid</c>): the RFC 7638 thumbprint, which anybody can compute from the key alone.</summary>
    public string Id { get; }

    /// <summary>The side it signs for; null where whoever gave it did not say.</summary>
    public Party? Party { get; }

    internal string X => Base64Url.EncodeToString(point.X);

    internal string Y => Base64Url.EncodeToString(point.Y);

    /// <summary>The public half of a key.</summary>
    /// <exception cref="ArgumentException">It is not on P-256.</exception>
    public static PublicKey Of(ECDsa key, Party? party)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            ? new PublicKey(parameters.Q, party)
            : throw new ArgumentException("Receipts are signed with keys on P-256.", nameof(key));
    }

    /// <summary>Whether the signature (R and S, 64 bytes) is this key's over these bytes.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>A key of these coordinates (base64url), or null where no such point is on the curve.</summary>
    internal static PublicKey? At(string x, string y, Party? party)
    {
        if (SignedPart.Decoded(x) is not { Length: CoordinateLength } first || SignedPart.Decoded(y) is not { Length: CoordinateLength } second)
            return null;

        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = first, Y = second } });
            return Of(key, party);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
