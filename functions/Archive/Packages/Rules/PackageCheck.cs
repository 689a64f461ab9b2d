using Archive.Packages.Bags;
using Archive.Packages.Legacy;
using Archive.Packages.Messages;

namespace Archive.Packages.Rules;

/// <summary>Checks a package of any kind: the one way in, for what an agency checks before it sends and for what the archive checks when it came.</summary>
public static class PackageCheck
{
    /// <summary>Reads the package once, decides what it follows unless that is <paramref name="asked"/>, and checks it.</summary>
    public static async Task<PackageReport> CheckAsync(IPackageSource source, Specification? asked, CancellationToken stop)
    {
        if (IsBag(source, asked))
            return await BagCheck.CheckAsync(source, asked, stop);
        if (await OfOwnKindAsync(source, asked, stop) is { } taken)
            return taken.Report;

        return Report(await new PackageReader(source).ReadAsync(stop), asked);
    }

    /// <summary>Checks it likewise, and says what is in it: for those who take it in. The package is still read once.</summary>
    public static async Task<TakenPackage> TakeAsync(IPackageSource source, Specification? asked, CancellationToken stop)
    {
        if (IsBag(source, asked))
            return await BagCheck.TakeAsync(source, asked, stop);
        if (await OfOwnKindAsync(source, asked, stop) is { } taken)
            return taken;

        var facts = await new PackageReader(source).ReadAsync(stop);
        return new TakenPackage(Report(facts, asked), await PackagedDossier.Of(source, facts, stop));
    }

    /// <summary>
    /// Whether it says of itself that it is a package: by METS at its top, as a bag, by a message's attachments, or by metadata of TT 02/2019. Any other
    /// archive file is only that.
    /// </summary>
    public static async Task<bool> IsPackageAsync(IPackageSource source, CancellationToken stop) =>
        MessageCheck.HasDocuments(source) || HasMark(source) || await LegacyPlace.IsAsync(source, stop);

    private static bool HasMark(IPackageSource source) => source.Paths.Any(path =>
        path.Split('/') is [.., var name] parts && parts.Length <= 2
            && (name.Equals(PackageNames.Mets, StringComparison.OrdinalIgnoreCase) || name == BagDeclaration.File));

    /// <summary>Of a package without METS that has rules of its own, what checking it gave; null for any other.</summary>
    private static async Task<TakenPackage?> OfOwnKindAsync(IPackageSource source, Specification? asked, CancellationToken stop)
    {
        if (asked is null ? MessageCheck.Is(source) : asked == Specification.Message)
            return await MessageCheck.TakeAsync(source, stop);
        var isLegacy = asked is null ? !HasMark(source) && await LegacyPlace.IsAsync(source, stop) : asked == Specification.Legacy;
        return isLegacy ? await LegacyCheck.TakeAsync(source, stop) : null;
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
