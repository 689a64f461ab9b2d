using Archive.Records;

namespace Archive.Packages.Rules;

/// <summary>What a check of a package came to.</summary>
public enum PackageVerdict
{
    /// <summary>No MUST is broken.</summary>
    Valid,

    /// <summary>At least one MUST is broken.</summary>
    Invalid,
}

/// <summary>
/// What a check found in a package. It depends on the package's bytes and the specification alone, so that an agency's check and the archive's give
/// the same report, byte for byte.
/// </summary>
/// <param name="Specification">What it was checked against; null for a package that could not be opened.</param>
/// <param name="Name">The package's folder: what it is called by.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Bytes">Their sizes together.</param>
/// <param name="Findings">Every place that breaks a rule, in the rules' order.</param>
public sealed record PackageReport(Specification? Specification, string Name, int Files, long Bytes, IReadOnlyList<PackageFinding> Findings)
{
    /// <summary>Of a bag, the two answers of RFC 8493; null for any other package.</summary>
    public BagAnswers? Bag { get; init; }

    /// <summary>The first file that the package names and that is not there; null where there is none.</summary>
    public string? Missing => Findings.Select(finding => finding.Missing).FirstOrDefault(missing => missing is not null);

    /// <summary>Whether it may be accepted.</summary>
    public PackageVerdict Verdict => Findings.Any(finding => finding.Level == RuleLevel.Must) ? PackageVerdict.Invalid : PackageVerdict.Valid;

    /// <summary>The report on something that is not opened as a package, or cannot be read to its end.</summary>
    public static PackageReport Unopened(string name, Finding why) =>
        new(null, name, 0, 0,
            [new PackageFinding(why.Code, RuleLevel.Must, why.Where, "package", string.Join(", ", why.Values), "a package that can be opened")]);
}

/// <summary>The two answers on a bag (RFC 8493, 3).</summary>
/// <param name="IsComplete">Everything that must be there is there, and is as the RFC has it.</param>
/// <param name="IsValid">It is complete, and every checksum is that of its file.</param>
public sealed record BagAnswers(bool IsComplete, bool IsValid);
