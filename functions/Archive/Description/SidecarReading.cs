using Archive.Records;

namespace Archive.Description;

/// <summary>What came of reading a depositor's description.</summary>
public abstract record SidecarReading
{
    private SidecarReading()
    {
    }

    /// <summary>It could be read; single values may still be missing or unusable, as the findings say.</summary>
    /// <param name="Statements">One per field at most, source depositor, confidence 1.</param>
    /// <param name="Findings">None of severity error.</param>
    /// <param name="DeclaredDigest">The digest the depositor says the document has.</param>
    /// <param name="DeclaredSize">The size the depositor says it has, in bytes.</param>
    public sealed record Read(IReadOnlyList<Statement> Statements, IReadOnlyList<Finding> Findings, Sha256Digest? DeclaredDigest, long? DeclaredSize) : SidecarReading;

    /// <summary>It could not be read at all.</summary>
    /// <param name="Finding">Why.</param>
    public sealed record Broken(Finding Finding) : SidecarReading;
}
