using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>A package's bytes are not what they must be. Opening turns it into a refusal; reading a file of an opened package lets it through.</summary>
public sealed class PackageBrokenException : Exception
{
    internal PackageBrokenException(FindingCode code, string where, params string[] values)
        : base($"{code.Id} {where} {string.Join(' ', values)}") => Finding = Finding.Of(code, where, values);

    /// <summary>What is wrong, for the depositor.</summary>
    public Finding Finding { get; }
}
