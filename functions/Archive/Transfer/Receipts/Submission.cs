using Archive.Records;

namespace Archive.Transfer.Receipts;

/// <summary>The agency's half of a receipt: what it hands over, and why. Its key signs this.</summary>
public sealed record Submission
{
    /// <summary>The consignment: ASCII letters, digits, <c>-</c> and <c>.</c>, at most 64.</summary>
    public required string Consignment { get; init; }

    /// <summary>The agency that hands over.</summary>
    public required AgencyCode Agency { get; init; }

    /// <summary>Its name in Vietnamese on that day.</summary>
    public required string AgencyName { get; init; }

    /// <summary>When it was handed over.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The person, or <see cref="Acceptance.Automatic"/> where the deadline did it.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>The transfer policy it follows.</summary>
    public required string Policy { get; init; }

    /// <summary>Where that policy is written down.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>What is handed over.</summary>
    public required IReadOnlyList<ReceiptItem> Items { get; init; }

    /// <summary>What keeps this from being signed or believed, by the name of the value at fault; empty when nothing does.</summary>
    public IReadOnlyList<string> Flaws() =>
    [
        .. If(!IsConsignment(Consignment), nameof(Consignment)),
        .. If(Agency.Value is null, nameof(Agency)),
        .. If(Items.Count == 0, nameof(Items)),
        .. Items.Where(item => item is null || !PackagePath.IsSound(item.Path) || item.Size < 0 || item.Sha256.Value is null || item.Record.Value is null)
            .Select(item => item?.Path ?? nameof(Items)),
        .. Items.Where(item => item is not null).CountBy(item => item.Path, StringComparer.Ordinal).Where(path => path.Value > 1).Select(path => path.Key),
    ];

    private static bool IsConsignment(string text) => text.Length is > 0 and <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.');

    private static string[] If(bool wrong, string name) => wrong ? [name] : [];
}
