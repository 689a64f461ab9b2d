using System.Security.Cryptography;
using Archive.Records;

namespace Archive.Transfer.Receipts;

/// <summary>A file as it is today.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its bytes.</param>
public sealed record MeasuredFile(long Size, Sha256Digest Sha256);

/// <summary>Checks a receipt with nothing but public keys. Every check is total; a receipt without findings is sound.</summary>
public static class ReceiptVerification
{
    /// <summary>Whether both halves are readable, signed by whom they should be, and about each other.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="keys">The keys to believe. A key that names its side is believed for that side only.</param>
    public static IReadOnlyList<ReceiptFinding> OfSignatures(Receipt receipt, IReadOnlyList<PublicKey> keys) =>
    [
        .. OfHalf("submission", receipt.Submission, PartHeader.Submission, Party.Agency, ReceiptCodes.AgencySignature, keys),
        .. OfHalf("acceptance", receipt.Acceptance, PartHeader.Acceptance, Party.City, ReceiptCodes.CitySignature, keys),
        .. If(receipt.Submitted is null, ReceiptCodes.NotAReceipt, "submission"),
        .. If(receipt.Accepted is null, ReceiptCodes.NotAReceipt, "acceptance"),
        .. If(receipt.Accepted is { } accepted && accepted.Submission != receipt.Submission.Digest, ReceiptCodes.OtherSubmission, "acceptance"),
        .. If(receipt.Submission.Header is { } one && one.Kid == receipt.Acceptance.Header?.Kid, ReceiptCodes.WrongParty, "acceptance", "one key signed both halves"),
    ];

    /// <summary>Whether it can stand where it says in its agency's chain.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="previous">The file of the receipt before it; null where none is at hand.</param>
    public static IReadOnlyList<ReceiptFinding> OfChain(Receipt receipt, byte[]? previous)
    {
        if (receipt.Accepted is not { } accepted)
            return [];
        if (!accepted.Chain.IsSound)
            return [ReceiptCodes.ChainGap.At("acceptance", $"number {accepted.Chain.Sequence}")];
        if (previous is null)
            return [];
        if (accepted.Chain.Previous is not { } named)
            return [ReceiptCodes.ChainGap.At("previous", "this receipt is the agency's first")];

        var digest = Sha256Digest.Of(SHA256.HashData(previous));
        return
        [
            .. If(digest != named, ReceiptCodes.ChainBroken, "previous", $"its SHA-256 is {digest}, this receipt follows {named}"),
            .. ReceiptReading.Of(previous) is ReceiptReading.Read before ? OfNumbers(receipt, before.Receipt) : [],
        ];
    }

    /// <summary>Whether the preserved files are those of the list.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="files">Those found of <see cref="Paths"/>, by path.</param>
    public static IReadOnlyList<ReceiptFinding> OfFiles(Receipt receipt, IReadOnlyDictionary<string, MeasuredFile> files) =>
    [
        .. receipt.Accepted is { } accepted ? OfRootMets(accepted.Acceptance, files) : [],
        .. receipt.Submitted is { } submitted ? submitted.Items.SelectMany(item => OfItem(item, files)) : [],
    ];

    /// <summary>The paths of all files the receipt speaks of, below the package's root.</summary>
    public static IEnumerable<string> Paths(Receipt receipt) =>
        new[] { receipt.Accepted?.Acceptance.RootMetsPath }.OfType<string>().Concat(receipt.Submitted?.Items.Select(item => item.Path) ?? []).Distinct(StringComparer.Ordinal);

    private static ReceiptFinding[] OfHalf(string name, SignedPart part, string kind, Party party, ReceiptCode wrong, IReadOnlyList<PublicKey> keys)
    {
        if (part.Header is not { Alg: PartHeader.Es256 } header || header.Typ != kind)
            return [wrong.At(name, "its header is not one of this half")];

        var named = keys.Where(key => key.Id == header.Kid).ToList();
        if (named.Count == 0)
            return [ReceiptCodes.UnknownKey.At(name, header.Kid)];
        if (!named.Exists(key => key.Party is null || key.Party == party))
            return [ReceiptCodes.WrongParty.At(name, $"key {header.Kid} is not the {(party == Party.City ? "city" : "agency")}'s")];
        return SignedPart.Decoded(part.Signature) is { } signature && named[0].Verifies(part.SignedBytes, signature) ? [] : [wrong.At(name)];
    }

    private static IEnumerable<ReceiptFinding> OfNumbers(Receipt receipt, Receipt before)
    {
        if (before.Accepted?.Chain.Sequence is { } number && number != receipt.Accepted!.Chain.Sequence - 1)
            yield return ReceiptCodes.ChainGap.At("previous", $"it is number {number}, this receipt is number {receipt.Accepted.Chain.Sequence}");
        if (before.Submitted?.Agency is { } agency && receipt.Submitted is { } submitted && agency != submitted.Agency)
            yield return ReceiptCodes.ChainGap.At("previous", $"it is of agency {agency}, this receipt of {submitted.Agency}");
    }

    private static ReceiptFinding[] OfRootMets(Acceptance accepted, IReadOnlyDictionary<string, MeasuredFile> files) =>
        !files.TryGetValue(accepted.RootMetsPath, out var mets) ? [ReceiptCodes.RootMets.At(accepted.RootMetsPath, "it is missing")]
        : If(mets.Sha256 != accepted.RootMetsSha256, ReceiptCodes.RootMets, accepted.RootMetsPath, $"its SHA-256 is {mets.Sha256}, the receipt says {accepted.RootMetsSha256}");

    private static ReceiptFinding[] OfItem(ReceiptItem item, IReadOnlyDictionary<string, MeasuredFile> files) =>
        !files.TryGetValue(item.Path, out var file) ? [ReceiptCodes.FileMissing.At(item.Path)]
        : file.Size != item.Size ? [ReceiptCodes.FileSize.At(item.Path, $"{file.Size} bytes, the receipt says {item.Size}")]
        : If(file.Sha256 != item.Sha256, ReceiptCodes.FileDigest, item.Path, $"its SHA-256 is {file.Sha256}, the receipt says {item.Sha256}");

    private static ReceiptFinding[] If(bool holds, ReceiptCode code, string where, string? particulars = null) => holds ? [code.At(where, particulars)] : [];
}
