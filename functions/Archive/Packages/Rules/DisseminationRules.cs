using System.Text.RegularExpressions;
using static Archive.Packages.Rules.MetsChecks;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What TT 05/2025/TT-BNV's annex V asks of a dissemination package: the request it answers, the documents, the authentication file beside it.</summary>
internal static partial class DisseminationRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("TTD1", "One folder at the top holds the package, and beside it lies nothing but the authentication file, a PDF.", facts =>
            facts.Roots.Where(root => facts.Package is null || !facts.Files.ContainsKey("../" + root) || !IsPdf(root)).ToArray() is [_] ? []
                : [new Breach("", "top", string.Join(", ", facts.Roots), "one folder and a PDF")]),
        Should("TTD2", "The authentication file lies beside the folder, or in documentation/.", facts =>
            facts.Files.Keys.Any(path => IsPdf(path) && (path.StartsWith("../", StringComparison.Ordinal) || path.StartsWith("documentation/", StringComparison.Ordinal)))
                ? [] : [new Breach("", "top", "no PDF", "the authentication file")]),
        Must("TTD3", "METS.xml, metadata/descriptive/EAD.xml with the request, and a representation's METS.xml are in their places.", facts =>
        [
            .. facts.Package is not null ? Array.Empty<Breach>() : [new Breach(PackageNames.Mets, "folder", "nothing", PackageNames.Mets)],
            .. facts.Dossier?.Kind == DescriptionKind.Request ? Array.Empty<Breach>() : [new Breach(PackageNames.Description, "file", facts.Dossier?.Kind.ToString() ?? "nothing", "the request's 7 fields")],
            .. facts.Mets.Any(mets => !mets.IsPackage) ? Array.Empty<Breach>() : [new Breach(PackageNames.RepresentationMets, "folder", "nothing", PackageNames.RepresentationMets)],
        ]),
        Must("TTD4", "OBJID is uuid-{UUID}, or urn:uuid:{UUID}.", Has(OfPackage(mets => mets.Roots), "OBJID", id => ObjectId().IsMatch(id), "uuid-{UUID}")),
        Must("TTD5", "TYPE is MIXED, in any case.", Has(mets => mets.Roots, "TYPE", type => type.Equals("MIXED", StringComparison.OrdinalIgnoreCase), "MIXED")),
    ];

    private static bool IsPdf(string path) => path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^(?:uuid-|urn:uuid:)[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", RegexOptions.NonBacktracking)]
    private static partial Regex ObjectId();
}
