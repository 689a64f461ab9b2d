using Archive.Packages.Rules;

namespace Archive.Packages.Bags;

/// <summary>What one reading of a bag gave. Rules are functions of it and read nothing themselves.</summary>
/// <param name="Specification">The version it is held to.</param>
/// <param name="Name">The bag's folder; empty where the bag lies at the top.</param>
/// <param name="Beside">Files that stand beside the bag.</param>
/// <param name="Declaration">What it says it is.</param>
/// <param name="Files">Every file, by its path below the bag's folder.</param>
/// <param name="EmptyFolders">Folders that hold nothing.</param>
/// <param name="Manifests">Payload manifests, then tag manifests.</param>
/// <param name="Info">What bag-info.txt says; null where there is none.</param>
/// <param name="Fetch">What fetch.txt says; null where there is none.</param>
/// <param name="Texts">The text tag files, as texts.</param>
internal sealed record BagFacts(
    Specification Specification,
    string Name,
    IReadOnlyList<string> Beside,
    BagDeclaration Declaration,
    IReadOnlyDictionary<string, BagFile> Files,
    IReadOnlyList<string> EmptyFolders,
    IReadOnlyList<BagManifest> Manifests,
    BagInfo? Info,
    FetchFile? Fetch,
    IReadOnlyList<TagText> Texts)
{
    private readonly string[] ordered = [.. Files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The files the bag is for.</summary>
    public IEnumerable<BagFile> Payload => Files.Values.Where(file => file.IsPayload);

    public IEnumerable<BagManifest> PayloadManifests => Manifests.Where(manifest => !manifest.IsTag);

    public IEnumerable<BagManifest> TagManifests => Manifests.Where(manifest => manifest.IsTag);

    /// <summary>Whether a path is that of a folder which holds something.</summary>
    public bool IsFolder(string path)
    {
        var folder = path.EndsWith('/') ? path : path + '/';
        var at = Array.BinarySearch(ordered, folder, StringComparer.Ordinal);
        return path.EndsWith('/') || (~at < ordered.Length && ordered[~at].StartsWith(folder, StringComparison.Ordinal));
    }
}
