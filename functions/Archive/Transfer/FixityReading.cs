using Archive.Records;

namespace Archive.Transfer;

/// <summary>What became of re-reading one preserved file. A service that does not answer gives none of these: then nothing is known of the file.</summary>
public enum FixityOutcome
{
    /// <summary>The bytes have the digest they had.</summary>
    Matches,

    /// <summary>The bytes have another digest.</summary>
    Differs,

    /// <summary>The service says that there is no such file.</summary>
    Missing,

    /// <summary>The service answers, and the file's bytes cannot be had from it.</summary>
    Unreadable,
}

/// <summary>One preserved file, read again.</summary>
/// <param name="Check">The run that read it.</param>
/// <param name="Path">Below the package's root.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Expected">The digest it had, lower-case hexadecimal.</param>
/// <param name="Found">The digest it has; null where it was not read to its end.</param>
public sealed record FixityReading(string Check, string Path, FixityOutcome Outcome, string Expected, string? Found)
{
    /// <summary>The finding on a file that failed; null for one that matches.</summary>
    public Finding? Finding => Outcome switch
    {
        FixityOutcome.Differs => Finding.Of(FindingCodes.PreservedDiffers, Path, Path),
        FixityOutcome.Missing => Finding.Of(FindingCodes.PreservedMissing, Path, Path),
        FixityOutcome.Unreadable => Finding.Of(FindingCodes.PreservedUnreadable, Path, Path),
        _ => null,
    };

    /// <summary>For the journal.</summary>
    public string Detail => $"check={Check}; path={Path}; outcome={Outcome.ToString().ToLowerInvariant()}; expected={Expected}; found={Found ?? "none"}";

    /// <summary>What reading a file to its end gave.</summary>
    public static FixityReading Of(string check, string path, string expected, string found) =>
        new(check, path, found == expected ? FixityOutcome.Matches : FixityOutcome.Differs, expected, found);
}
