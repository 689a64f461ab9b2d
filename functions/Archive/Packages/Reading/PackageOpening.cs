using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>What became of opening a package.</summary>
public abstract record PackageOpening
{
    private PackageOpening()
    {
    }

    /// <summary>Its names are safe, it says nothing against itself, and its files can be read one by one.</summary>
    /// <param name="Package">To be disposed of when it has been read.</param>
    public sealed record Opened(OpenedPackage Package) : PackageOpening;

    /// <summary>It is not opened; nothing of it was kept.</summary>
    /// <param name="Finding">Why.</param>
    public sealed record Refused(Finding Finding) : PackageOpening;
}
