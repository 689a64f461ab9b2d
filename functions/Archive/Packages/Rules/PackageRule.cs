namespace Archive.Packages.Rules;

/// <summary>How binding a rule is, in the words of the specifications.</summary>
public enum RuleLevel
{
    /// <summary>A package that breaks it is not to be accepted.</summary>
    Must,

    /// <summary>Worth a person's look.</summary>
    Should,

    /// <summary>Allowed and of use.</summary>
    May,
}

/// <summary>A requirement packages are checked against.</summary>
/// <param name="Id">The specification's own id (<c>CSIP1</c>, <c>AIPM1</c>), or one of this archive's (<c>docs/package-rules.md</c>).</param>
/// <param name="Level">How binding it is, in the latest version of its specification.</param>
/// <param name="Asks">What it asks, in plain words.</param>
/// <param name="Check">Finds every place that breaks it.</param>
public sealed record PackageRule(string Id, RuleLevel Level, string Asks, Func<PackageFacts, IEnumerable<Breach>> Check)
{
    private const int LongestPlace = 2000;
    private const int LongestQuote = 500;

    /// <summary>The last version in which it was bound otherwise, and how; null for a rule that always was as binding as it is.</summary>
    public (string Version, RuleLevel Level)? Until { get; init; }

    /// <summary>The first version of the E-ARK specifications that asks it; null where all do.</summary>
    public string? First { get; init; }

    /// <summary>The last version of the E-ARK specifications that asks it; null where the latest does.</summary>
    public string? Last { get; init; }

    /// <summary>Whether a specification's version asks it, where the specification does.</summary>
    internal bool IsOf(Specification specification) => !specification.IsEark
        || (string.CompareOrdinal(First ?? "", specification.Version) <= 0 && string.CompareOrdinal(specification.Version, Last ?? "9") <= 0);

    /// <summary>How binding it is in a specification's version.</summary>
    public RuleLevel In(Specification specification) =>
        Until is { } until && specification.IsEark && string.CompareOrdinal(specification.Version, until.Version) <= 0 ? until.Level : Level;

    /// <summary>A place that breaks it, as a finding.</summary>
    internal PackageFinding Finding(Specification specification, Breach breach) =>
        new(Id, In(specification), breach.File, Cut(breach.Where, LongestPlace), Cut(breach.Found, LongestQuote), Cut(breach.Expected, LongestQuote))
        {
            Missing = breach.Missing is { } missing ? Cut(missing, LongestQuote) : null,
        };

    /// <summary>The same rule, bound otherwise up to a version of the E-ARK specifications.</summary>
    internal PackageRule Was(RuleLevel level, string until) => this with { Until = (until, level) };

    /// <summary>What a package says may be as long as it likes; what is said of it is not.</summary>
    private static string Cut(string text, int letters) => text.Length <= letters ? text : text[..letters] + "…";

    /// <summary>A rule that must be kept.</summary>
    internal static PackageRule Must(string id, string asks, Func<PackageFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.Must, asks, check);

    /// <summary>A rule that should be kept.</summary>
    internal static PackageRule Should(string id, string asks, Func<PackageFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.Should, asks, check);

    /// <summary>A rule about what is allowed: it asks of its form, or says what was read although it was written otherwise.</summary>
    internal static PackageRule May(string id, string asks, Func<PackageFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.May, asks, check);
}

/// <summary>A place that breaks a rule.</summary>
/// <param name="File">The file, below the package's folder.</param>
/// <param name="Where">The element or line.</param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What was to be there.</param>
public sealed record Breach(string File, string Where, string Found, string Expected)
{
    /// <summary>The file that is named there and is not there; null where it is about anything else.</summary>
    public string? Missing { get; init; }
}

/// <summary>A rule broken, and where.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Level">How binding it is.</param>
/// <param name="File">The file, below the package's folder.</param>
/// <param name="Where">The element or line.</param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What was to be there.</param>
public sealed record PackageFinding(string RuleId, RuleLevel Level, string File, string Where, string Found, string Expected)
{
    /// <summary>The file that is named there and is not there; null where it is about anything else. A report in JSON does not say it apart.</summary>
    public string? Missing { get; init; }
}
