using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>Verifies one signature of a PDF.</summary>
internal static class SignatureVerification
{
    /// <summary>Letters of a signer's or issuer's name that are kept; X.520 allows 64.</summary>
    private const int LongestName = 200;

    /// <summary>Letters of a kind of signature that are quoted.</summary>
    private const int LongestKind = 100;

    /// <summary>What verifying gave. Never throws because of what the file holds.</summary>
    public static async Task<SignatureReading> VerifyAsync(Stream stream, long size, SignatureDictionary dictionary, CancellationToken stop)
    {
        var time = PdfDate.Parse(dictionary.Time);
        var (ranges, problem) = SignedRanges.Parse(dictionary.Numbers(), size);
        if (dictionary.Signature() is not { } bytes)
            return Broken(null, time, "the signature is not hexadecimal");

        try
        {
            var envelope = CmsEnvelope.Open(bytes);
            if (ranges is null)
                return Broken(envelope.Certificate, envelope.Time ?? time, problem!);

            var whole = await ranges.LeavesOutOnlyTheSignatureAsync(stream, bytes, stop);
            var verdict = whole ? await JudgeAsync(stream, ranges, envelope, dictionary.SubFilter, stop) : "the byte range leaves out more than the signature";
            return new(Name(envelope.Certificate, false), Name(envelope.Certificate, true), envelope.Time ?? time, verdict is null, whole && ranges.CoversWholeFile, verdict);
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            return Broken(null, time, $"the signature cannot be read ({broken.GetType().Name})");
        }
    }

    /// <summary>Why the signature is not intact, or null when it is.</summary>
    private static async Task<string?> JudgeAsync(Stream stream, SignedRanges ranges, CmsEnvelope envelope, string subFilter, CancellationToken stop) => subFilter switch
    {
        "adbe.pkcs7.detached" or "ETSI.CAdES.detached" =>
            envelope.JudgeDetached(await ranges.HashAsync(stream, envelope.DigestAlgorithm, stop)),
        "adbe.pkcs7.sha1" =>
            envelope.JudgeEnclosed(await ranges.HashAsync(stream, HashAlgorithmName.SHA1, stop)),
        "ETSI.RFC3161" =>
            envelope.JudgeTimestamp(await ranges.HashAsync(stream, envelope.ImprintAlgorithm, stop)),
        _ => $"signatures of kind '{subFilter[..Math.Min(subFilter.Length, LongestKind)]}' are not verified",
    };

    private static SignatureReading Broken(X509Certificate2? certificate, DateTimeOffset? time, string problem) =>
        new(Name(certificate, false), Name(certificate, true), time, false, false, problem);

    /// <summary>Cut: a certificate may hold a name of any length, and the record's row may not.</summary>
    private static string Name(X509Certificate2? certificate, bool issuer)
    {
        var name = certificate?.GetNameInfo(X509NameType.SimpleName, issuer) ?? "";
        return name.Length <= LongestName ? name : Vietnamese.Compose(name[..LongestName]);
    }
}
