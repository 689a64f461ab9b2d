using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Packages.Bags;

/// <summary>What <c>bagit.txt</c> says (RFC 8493, 2.1.1).</summary>
/// <param name="Lines">Its first lines; null where the bag has none.</param>
/// <param name="Version">As written; null where it does not say it in the form asked for.</param>
/// <param name="EncodingName">As written; null likewise.</param>
internal sealed partial record BagDeclaration(IReadOnlyList<string>? Lines, string? Version, string? EncodingName)
{
    public const string File = "bagit.txt";

    /// <summary>None in the bag.</summary>
    public static readonly BagDeclaration Missing = new(null, null, null);

    /// <summary>Whether it is the two lines it must be.</summary>
    public bool IsWhole => Lines is { Count: 2 } && Version is not null && EncodingName is not null;

    /// <summary>What the other tag files are in; null where this archive cannot read it.</summary>
    public Encoding? Encoding { get; } = EncodingName is null ? TagText.Utf8 : TagText.Named(EncodingName);

    public static BagDeclaration Of(IReadOnlyList<string> lines) => new(
        lines,
        lines.Count > 0 && VersionLine().Match(lines[0]) is { Success: true } version ? version.Groups[1].Value : null,
        lines.Count > 1 && EncodingLine().Match(lines[1]) is { Success: true } encoding ? encoding.Groups[1].Value : null);

    [GeneratedRegex(@"\ABagIt-Version: ([0-9]+\.[0-9]+)\z")]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"\ATag-File-Character-Encoding: ([!-~]+)\z")]
    private static partial Regex EncodingLine();
}
