using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages.Rules;

/// <summary>What a package itself says it follows.</summary>
/// <param name="Specification">What it is to be checked against.</param>
/// <param name="Doubt">Where it does not say; null where it does.</param>
internal sealed partial record SpecificationChoice(Specification Specification, Breach? Doubt)
{
    /// <summary>
    /// The type is <c>metsHdr/@csip:OAISPACKAGETYPE</c>. A package is one of the circular's when one of its descriptions is written in the circular's way
    /// (<c>simpledc</c>) or its profile is the circular's own; else it is E-ARK's, CSIP where its <c>PROFILE</c> is CSIP's. The version is the one
    /// written in <c>PROFILE</c> (<c>…-v2-1-0.xml</c>), else in <c>xsi:schemaLocation</c>. Of a version that rules are not kept for (2.0.2, 2.1.1), the last
    /// one before it counts, or the first there is, and the doubt is told.
    /// </summary>
    public static SpecificationChoice Of(PackageFacts facts)
    {
        var root = facts.Package?.Root;
        var profile = (string?)root?.Attribute("PROFILE") ?? "";
        var type = (string?)facts.Package?.Headers.FirstOrDefault()?.Attribute(XName.Get("OAISPACKAGETYPE", Csip));
        if (profile == AipProfile || facts.Descriptions.Any(description => description.IsCircular))
        {
            return type switch
            {
                "SIP" => new(Specification.CircularSip, null),
                "AIP" => new(Specification.CircularAip, null),
                "DIP" => new(Specification.CircularDip, null),
                _ => new(
                    profile == AipProfile ? Specification.CircularAip : Specification.CircularSip,
                    Untold("mets/metsHdr/@OAISPACKAGETYPE", type, "SIP, AIP, DIP")),
            };
        }

        var name = profile.Contains("E-ARK-CSIP", StringComparison.OrdinalIgnoreCase)
            ? "csip"
            : type switch { "SIP" => "sip", "AIP" => "aip", "DIP" => "dip", _ => "csip" };
        string[] told = [.. Versions(profile)], located = [.. Versions((string?)root?.Attribute(XName.Get("schemaLocation", Instance)) ?? "")];
        return (told.Length > 0 ? told : located).FirstOrDefault(Specification.EarkVersions.Contains) is { } version
            ? new(new Specification(name, version), null)
            : new(new Specification(name, Nearest(told.FirstOrDefault())), Untold("mets/@PROFILE", profile, string.Join(", ", Specification.EarkVersions)));
    }

    /// <summary>Each part is one digit, so that texts compare as versions do.</summary>
    private static string Nearest(string? told) => told is null
        ? Specification.EarkVersions[^1]
        : Specification.EarkVersions.LastOrDefault(version => string.CompareOrdinal(version, told) <= 0) ?? Specification.EarkVersions[0];

    private static IEnumerable<string> Versions(string text) =>
        Written().Matches(text).Select(found => $"{found.Groups[1].Value}.{found.Groups[2].Value}.{found.Groups[3].Value}");

    private static Breach Untold(string where, string? found, string expected) =>
        new(PackageNames.Mets, where, string.IsNullOrEmpty(found) ? "nothing" : found, expected);

    [GeneratedRegex(@"[vV]?(\d)[-._](\d)[-._](\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
