using Archive.Packages.Rules;

namespace Archive.Packages.Bags;

/// <summary>Where in a package a bag lies: in one folder, as it should, or at the top.</summary>
internal static class BagPlace
{
    /// <summary>Whether a package is meant as a bag: it declares itself one, or has a payload manifest and no METS file.</summary>
    public static bool IsBag(IPackageSource source)
    {
        var place = Of(source);
        var top = source.Paths.Where(path => Below(path, place) is { } below && !below.Contains('/', StringComparison.Ordinal)).Select(path => Below(path, place)!).ToArray();
        return top.Contains(BagDeclaration.File)
            || (top.Any(path => BagManifest.Is(path, out _, out var isTag) && !isTag) && !top.Contains(PackageNames.Mets));
    }

    /// <summary>The bag's folder; empty for the top. Where several folders may be meant it is the first that declares itself a bag.</summary>
    public static string Of(IPackageSource source)
    {
        if (source.Paths.Contains(BagDeclaration.File))
            return "";
        if (source.Paths.FirstOrDefault(path => path.Split('/') is [_, BagDeclaration.File]) is { } declared)
            return declared.Split('/')[0];

        var tops = source.Paths.Select(path => path.Split('/')).Select(parts => parts.Length > 1 ? parts[0] : "").Distinct(StringComparer.Ordinal).ToArray();
        return tops.Length == 1 ? tops[0] : "";
    }

    private static string? Below(string path, string place) =>
        place.Length == 0 ? path : path.StartsWith(place + '/', StringComparison.Ordinal) ? path[(place.Length + 1)..] : null;
}
