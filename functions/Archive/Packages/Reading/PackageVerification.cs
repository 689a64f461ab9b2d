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
    public static async Task<PackageReport> CheckAsync(PackageOpening opening, string name, Specification? asked, CancellationToken stop) =>
        await Read(opening, name, package => PackageCheck.CheckAsync(package, asked, stop), unread => unread);

    /// <summary>Checks it likewise, and says what is in it; nothing of what cannot be read.</summary>
    public static async Task<(PackageReport Report, PackagedDossier? Dossier)> TakeAsync(PackageOpening opening, string name, CancellationToken stop) =>
        await Read(opening, name, package => Taken(package, stop), unread => (unread, null));

    private static async Task<(PackageReport, PackagedDossier?)> Taken(OpenedPackage package, CancellationToken stop)
    {
        var taken = await PackageCheck.TakeAsync(package, null, stop);
        return (taken.Report, taken.Dossier);
    }

    private static async Task<T> Read<T>(PackageOpening opening, string name, Func<OpenedPackage, Task<T>> read, Func<PackageReport, T> unread)
    {
        if (opening is not PackageOpening.Opened { Package: var package })
            return unread(PackageReport.Unopened(name, ((PackageOpening.Refused)opening).Finding));

        try
        {
            return await read(package);
        }
        catch (PackageBrokenException broken)
        {
            return unread(PackageReport.Unopened(name, broken.Finding));
        }
    }
}
