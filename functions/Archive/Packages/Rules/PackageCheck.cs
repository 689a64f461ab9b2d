using Archive.Packages.Bags;

namespace Archive.Packages.Rules;

/// <summary>Checks a package of any kind: the one way in, for what an agency checks before it sends and for what the archive checks when it came.</summary>
public static class PackageCheck
{
    /// <summary>Reads the package once, decides what it follows unless that is <paramref name="asked"/>, and checks it.</summary>
    public static async Task<PackageReport> CheckAsync(IPackageSource source, Specification? asked, CancellationToken stop)
    {
        if (asked is null ? BagPlace.IsBag(source) : asked.Name == Specification.Bag10.Name)
            return await BagCheck.CheckAsync(source, asked, stop);

        var facts = await new PackageReader(source).ReadAsync(stop);
        return new PackageReport(
            asked ?? Specification.CircularAip, string.Join(", ", facts.Roots), facts.Files.Count, facts.Files.Values.Sum(file => file.Size), PackageRules.Check(facts));
    }
}
