namespace Archive.Packages.Rules;

/// <summary>What a package is checked against: one specification in one of its versions.</summary>
/// <param name="Name">The specification: <c>tt05-aip</c> (Circular 05/2025/TT-BNV), <c>sip</c> (E-ARK), <c>bagit</c> (RFC 8493), …</param>
/// <param name="Version">Its version, as it is published.</param>
public sealed record Specification(string Name, string Version)
{
    /// <summary>The archival package of TT 05/2025, annexes I and II.</summary>
    public static readonly Specification CircularAip = new("tt05-aip", "2025");

    /// <summary>The last draft of BagIt before it became an RFC.</summary>
    public static readonly Specification Bag097 = new("bagit", "0.97");

    /// <summary>BagIt as RFC 8493 has it.</summary>
    public static readonly Specification Bag10 = new("bagit", "1.0");

    /// <summary>Every specification this archive checks packages against.</summary>
    public static IReadOnlyList<Specification> All { get; } = [CircularAip, Bag097, Bag10];

    /// <summary>How it is written on a command line and in a report: <c>sip-2.2.0</c>.</summary>
    public string Code => $"{Name}-{Version}";

    /// <summary>The specification written so; null where there is none.</summary>
    public static Specification? Find(string code) => All.FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
