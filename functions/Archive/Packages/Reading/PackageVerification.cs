using Archive.Packages.Rules;

namespace Archive.Packages.Reading;

/// <summary>Opens and checks in one: what becomes of a package when it arrives, and when its agency asks beforehand.</summary>
public static class PackageVerification
{
    /// <summary>Checks what was opened, and reports what could not be. The package is read and not disposed of.</summary>
    /// <param name="opening">What became of opening it.</param>
    /// <param name="name">What it is called by where it does not say itself.</param>
    /// <param name="asked">What to check against; null for what the package says it follows.</param>
    /// <param name="stop">Ends the check.</param>
    public static async Task<PackageReport> CheckAsync(PackageOpening opening, string name, Specification? asked, CancellationToken stop)
    {
        if (opening is not PackageOpening.Opened { Package: var package })
            return PackageReport.Unopened(name, ((PackageOpening.Refused)opening).Finding);

        try
        {
            return await PackageCheck.CheckAsync(package, asked, stop);
        }
        catch (PackageBrokenException broken)
        {
            return PackageReport.Unopened(name, broken.Finding);
        }
    }
}
