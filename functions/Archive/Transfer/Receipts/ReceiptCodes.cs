using System.Reflection;

namespace Archive.Transfer.Receipts;

/// <summary>A kind of finding.</summary>
/// <param name="Id">The stable code.</param>
/// <param name="Meaning">What it means, without the particulars.</param>
public sealed record ReceiptCode(string Id, string Meaning)
{
    internal ReceiptFinding At(string where, string? particulars = null) => new(Id, where, particulars is null ? Meaning : $"{Meaning}: {particulars}");
}

/// <summary>Every finding the verifier can make. The number never changes meaning; <c>docs/receipts.md</c> explains each.</summary>
public static class ReceiptCodes
{
    /// <summary>Not a receipt, or a half of it cannot be read.</summary>
    public static readonly ReceiptCode NotAReceipt = new("R-501", "not a receipt, or changed so that it is none any more");

    /// <summary>The agency's half was changed, or not signed by this key.</summary>
    public static readonly ReceiptCode AgencySignature = new("R-502", "the agency's signature does not match its half");

    /// <summary>The city's half was changed, or not signed by this key.</summary>
    public static readonly ReceiptCode CitySignature = new("R-503", "the city's signature does not match its half");

    /// <summary>Signed by a key that was not given: nothing can be said about that half.</summary>
    public static readonly ReceiptCode UnknownKey = new("R-504", "signed with a key that is not among those given");

    /// <summary>Signed by the other side's key, or both halves by one key.</summary>
    public static readonly ReceiptCode WrongParty = new("R-505", "not signed by the side it speaks for");

    /// <summary>The city accepted another submission than this one.</summary>
    public static readonly ReceiptCode OtherSubmission = new("R-506", "the acceptance is of another submission");

    /// <summary>The previous receipt is not the one this receipt names.</summary>
    public static readonly ReceiptCode ChainBroken = new("R-507", "the previous receipt is not the one this receipt follows");

    /// <summary>Numbers of the chain do not follow each other.</summary>
    public static readonly ReceiptCode ChainGap = new("R-508", "the place in the agency's chain is not the next one");

    /// <summary>A file of the list is not in the package.</summary>
    public static readonly ReceiptCode FileMissing = new("R-509", "the file is missing");

    /// <summary>A file has another size.</summary>
    public static readonly ReceiptCode FileSize = new("R-510", "the file has another size");

    /// <summary>A file has the size and other bytes.</summary>
    public static readonly ReceiptCode FileDigest = new("R-511", "the file has other bytes");

    /// <summary>The package's root METS is missing or has other bytes.</summary>
    public static readonly ReceiptCode RootMets = new("R-512", "the package's root METS is not the one accepted");

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<ReceiptCode> All { get; } =
        [.. typeof(ReceiptCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ReceiptCode>()];
}
