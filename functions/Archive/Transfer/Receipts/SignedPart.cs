using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Archive.Records;

namespace Archive.Transfer.Receipts;

/// <summary>
/// One half of a receipt with its signature: a JSON Web Signature (RFC 7515, flattened JSON serialization), so that any JOSE library can check
/// it. What is signed are the letters of <paramref name="Protected"/> and <paramref name="Payload"/>, never a form made anew from their meaning.
/// </summary>
/// <param name="Protected">The header (algorithm, key, kind), base64url.</param>
/// <param name="Payload">The half itself, JSON in UTF-8, base64url.</param>
/// <param name="Signature">64 bytes (ES256: R and S), base64url.</param>
public sealed record SignedPart(string Protected, string Payload, string Signature)
{
    /// <summary>The SHA-256 of the compact serialization <c>protected.payload.signature</c>: what the other half holds on to.</summary>
    public Sha256Digest Digest => Sha256Digest.Of(SHA256.HashData(Encoding.ASCII.GetBytes($"{Protected}.{Payload}.{Signature}")));

    /// <summary>The name of the key it says it was signed with; null where its header cannot be read.</summary>
    public string? KeyId => Header?.Kid;

    /// <summary>The bytes under the signature.</summary>
    internal byte[] SignedBytes => Encoding.ASCII.GetBytes($"{Protected}.{Payload}");

    /// <summary>The header, or null where there is none.</summary>
    internal PartHeader? Header => Decoded(Protected) is { } bytes ? ReceiptJson.Read<PartHeader>(bytes) : null;

    /// <summary>Bytes written in base64url; null for letters nobody would have written for any bytes.</summary>
    internal static byte[]? Decoded(string letters)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(letters.Length)];
        return Base64Url.IsValid(letters) && Base64Url.TryDecodeFromChars(letters, bytes, out var length) && Base64Url.EncodeToString(bytes.AsSpan(0, length)) == letters
            ? bytes[..length]
            : null;
    }
}

/// <summary>The protected header of a half. No other member is understood, so none can change what the signature means.</summary>
/// <param name="Alg">Always <see cref="Es256"/>.</param>
/// <param name="Kid">The key (<see cref="PublicKey.Id"/>).</param>
/// <param name="Typ">The half: an agency's signature is never taken for the city's.</param>
internal sealed record PartHeader(string Alg, string Kid, string Typ)
{
    public const string Es256 = "ES256";
    public const string Submission = "custody-submission+json";
    public const string Acceptance = "custody-acceptance+json";
}
