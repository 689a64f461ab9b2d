using Archive.Records;

namespace Archive.Transfer;

/// <summary>How a policy tells which agencies feed the historical archive.</summary>
public enum SourceRule
{
    /// <summary>Every registered agency.</summary>
    All,

    /// <summary>Those named, and no others.</summary>
    Only,

    /// <summary>Every registered agency but those named.</summary>
    AllBut,
}

/// <summary>
/// The agencies that feed the city's historical archive (thuộc nguồn nộp lưu), as a policy lists them: data like the rest of it, so that a list is
/// in force from a day on and what was decided under an older one stays explainable.
/// </summary>
public sealed record TransferSources
{
    /// <summary>Every registered agency.</summary>
    public static TransferSources Everyone { get; } = new();

    /// <summary>What being named means.</summary>
    public SourceRule Rule { get; init; } = SourceRule.All;

    /// <summary>The agencies named, each for itself: those below it are not meant.</summary>
    public IReadOnlyList<AgencyCode> Agencies { get; init; } = [];

    /// <summary>Whether an agency is a source, once it is registered.</summary>
    public bool Hold(AgencyCode agency) => Rule switch
    {
        SourceRule.Only => Agencies.Contains(agency),
        SourceRule.AllBut => !Agencies.Contains(agency),
        _ => true,
    };

    /// <summary>Whether the rule and the names go together: a rule that names agencies names some, each once, and one that does not names none.</summary>
    public bool MakesSense => Enum.IsDefined(Rule) && (Rule == SourceRule.All) == (Agencies.Count == 0) && Agencies.Distinct().Count() == Agencies.Count;
}
