using Archive.Packages.Bags;

namespace Archive.Packages.Rules;

/// <summary>Checks a package of any kind: the one way in, for what an agency checks before it sends and for what the archive checks when it came.</summary>
public static class PackageCheck
{
    /// <summary>Reads the package once, decides what it follows unless that is <paramref name="asked"/>, and checks it.</summary>
    public static async Task<PackageReport> CheckAsync(IPackageSource source, Specification? asked, CancellationToken stop) =>
        IsBag(source, asked) ? await BagCheck.CheckAsync(source, asked, stop) : Report(await new PackageReader(source).ReadAsync(stop), asked);

    /// <summary>Checks it likewise, and says what is in it: for those who take it in. The package is still read once.</summary>
    public static async Task<TakenPackage> TakeAsync(IPackageSource source, Specification? asked, CancellationToken stop)
    {
        if (IsBag(source, asked))
            return await BagCheck.TakeAsync(source, asked, stop);

        var facts = await new PackageReader(source).ReadAsync(stop);
        return new TakenPackage(Report(facts, asked), await PackagedDossier.Of(source, facts, stop));
    }

    private static bool IsBag(IPackageSource source, Specification? asked) => asked?.IsBag ?? BagPlace.IsBag(source);

    /// <summary>What a reading came to. A package that does not say what it follows is told so first.</summary>
    internal static PackageReport Report(PackageFacts facts, Specification? asked)
    {
        var choice = asked is null ? SpecificationChoice.Of(facts) : new SpecificationChoice(asked, null);
        IEnumerable<PackageFinding> doubt = choice.Doubt is { } breach ? [PackageRules.Untold.Finding(choice.Specification, breach)] : [];
        return new PackageReport(
            choice.Specification,
            facts.Folder ?? string.Join(", ", facts.Roots),
            facts.Files.Count,
            facts.Files.Values.Sum(file => file.Size),
            [.. doubt, .. PackageRules.Check(facts, choice.Specification)]);
    }
}

/// <summary>A package as checked, with what it says. A package whose verdict is <see cref="PackageVerdict.Invalid"/> may say anything.</summary>
/// <param name="Report">What the check found.</param>
/// <param name="Dossier">What is in it, with sizes and digests as measured.</param>
public sealed record TakenPackage(PackageReport Report, PackagedDossier Dossier);
