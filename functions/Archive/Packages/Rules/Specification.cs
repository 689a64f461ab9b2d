namespace Archive.Packages.Rules;

/// <summary>What a package is checked against: one specification in one of its versions.</summary>
/// <param name="Name">The specification: <c>tt05-aip</c> (Circular 05/2025/TT-BNV), <c>sip</c> (E-ARK), <c>bagit</c> (RFC 8493), …</param>
/// <param name="Version">Its version, as it is published.</param>
public sealed record Specification(string Name, string Version)
{
    /// <summary>E-ARK CSIP, SIP, AIP and DIP, whose versions go together.</summary>
    internal static readonly string[] EarkNames = ["csip", "sip", "aip", "dip"];

    /// <summary>Their versions, the latest last.</summary>
    internal static readonly string[] EarkVersions = ["2.0.4", "2.1.0", "2.2.0"];

    /// <summary>The submission package of TT 05/2025, annexes III and IV.</summary>
    public static readonly Specification CircularSip = new("tt05-sip", "2025");

    /// <summary>The archival package of TT 05/2025, annexes I and II.</summary>
    public static readonly Specification CircularAip = new("tt05-aip", "2025");

    /// <summary>The dissemination package of TT 05/2025, annex V.</summary>
    public static readonly Specification CircularDip = new("tt05-dip", "2025");

    /// <summary>The last draft of BagIt before it became an RFC.</summary>
    public static readonly Specification Bag097 = new("bagit", "0.97");

    /// <summary>BagIt as RFC 8493 has it.</summary>
    public static readonly Specification Bag10 = new("bagit", "1.0");

    /// <summary>The message of the document exchange axis, edXML, with its documents attached (QCVN 102:2016/BTTTT).</summary>
    public static readonly Specification Message = new("edxml", "2016");

    /// <summary>A dossier with metadata in the names of TT 02/2019/TT-BNV, which data made under it may keep.</summary>
    public static readonly Specification Legacy = new("tt02", "2019");

    /// <summary>Every specification this archive checks packages against.</summary>
    public static IReadOnlyList<Specification> All { get; } =
    [
        CircularSip, CircularAip, CircularDip,
        .. EarkNames.SelectMany(name => EarkVersions.Select(version => new Specification(name, version))),
        Bag097, Bag10, Message, Legacy,
    ];

    /// <summary>How it is written on a command line and in a report: <c>sip-2.2.0</c>.</summary>
    public string Code => $"{Name}-{Version}";

    /// <summary>Whether it is one of E-ARK's.</summary>
    internal bool IsEark => EarkNames.Contains(Name);

    /// <summary>Whether it is of bags, which have rules of their own.</summary>
    internal bool IsBag => Name == Bag10.Name;

    /// <summary>The specification written so; null where there is none.</summary>
    public static Specification? Find(string code) => All.FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
