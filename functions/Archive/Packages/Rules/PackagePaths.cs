namespace Archive.Packages.Rules;

/// <summary>The stored paths of a package, and what they mean.</summary>
/// <param name="Roots">The names at the top.</param>
/// <param name="Folder">The package's folder among them; null where there is none.</param>
/// <param name="Inside">Each path that may be opened, with the path below the package's folder; one beside the folder begins with <c>../</c>.</param>
/// <param name="Unopened">Paths that lead out of the package, or that another file has already.</param>
internal sealed record PackagePaths(
    IReadOnlyList<string> Roots, string? Folder, IReadOnlyList<(string Stored, string Path)> Inside, IReadOnlyList<string> Unopened)
{
    private const string HoleEnd = ".fetch.txt";

    /// <summary>
    /// The package's folder is the one at the top; of several, the one that has the METS file. Reports are on paths below it, so that a package is the
    /// same wherever it lies.
    /// </summary>
    public static PackagePaths Of(IReadOnlyList<string> stored)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (safe, unopened) = (new List<string>(), new List<string>());
        foreach (var path in stored)
            (IsSafe(path) && seen.Add(path) ? safe : unopened).Add(path);

        string[] roots = [.. safe.Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal)];
        var within = safe.Select(path => path.Split('/')).Where(parts => parts.Length > 1);
        var folder = roots is [_] ? within.FirstOrDefault()?[0]
            : within.Where(parts => parts is [_, var name] && name.Equals(PackageNames.Mets, StringComparison.OrdinalIgnoreCase))
                .Select(parts => parts[0]).Distinct(StringComparer.Ordinal).ToArray() is [var one] ? one : null;
        return new PackagePaths(roots, folder, [.. safe.Select(path => (path, Below(folder, path)))], unopened);
    }

    /// <summary>What XML a path below the folder is to hold; null for any other file. Documents are never read, whatever they are called.</summary>
    public static XmlKind? KindOf(string path)
    {
        var parts = path.Split('/');
        return (parts is ["representations", _, .. var below] ? below : parts) switch
        {
            [var name] when name.Equals(PackageNames.Mets, StringComparison.OrdinalIgnoreCase) => XmlKind.Mets,
            ["metadata", "preservation", .., var name] when IsXml(name) => XmlKind.Premis,
            ["metadata", "descriptive", .., var name] when IsXml(name) => XmlKind.Description,
            _ => null,
        };
    }

    /// <summary>Whether it is a holey file: it stands for a document submitted before, whose identifier it holds.</summary>
    public static bool IsHole(string path) =>
        path.EndsWith(HoleEnd, StringComparison.OrdinalIgnoreCase) && path.Split('/') is ["representations", _, "data", ..];

    /// <summary>How large XML of a kind may be to be read: METS is held whole, PREMIS streamed, a description is small.</summary>
    public static long LargestOf(XmlKind kind) => kind switch
    {
        XmlKind.Mets => 64L << 20,
        XmlKind.Premis => 1L << 30,
        _ => 16L << 20,
    };

    /// <summary>
    /// Whether a path stays in the package on every system: no root, no drive, no step up, no empty part, no backslash, no control character.
    /// </summary>
    internal static bool IsSafe(string path) =>
        !path.Any(letter => letter == '\\' || char.IsControl(letter))
        && path.Split('/').All(part => part is not ("" or "." or ".."))
        && !(path.Length > 1 && path[1] == ':');

    private static string Below(string? folder, string path) =>
        folder is null ? path : path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : $"../{path}";

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}
