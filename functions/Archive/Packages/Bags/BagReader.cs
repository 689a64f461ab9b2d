using System.Collections.Concurrent;
using Archive.Packages.Reading;
using Archive.Packages.Rules;

namespace Archive.Packages.Bags;

/// <summary>Reads a bag once: its tag files, then every file with all the checksums the manifests ask for, as many at a time as the source allows.</summary>
internal sealed class BagReader
{
    private readonly IPackageSource source;
    private readonly string prefix;
    private readonly SortedDictionary<string, BagFile> files = new(StringComparer.Ordinal);
    private readonly List<TagText> texts = [];
    private readonly TagBudget budget = new();
    private Dictionary<string, BagFile>? composed;
    private BagDeclaration declaration = BagDeclaration.Missing;
    private Specification specification = Specification.Bag10;

    private BagReader(IPackageSource source)
    {
        this.source = source;
        prefix = BagPlace.Of(source) is { Length: > 0 } name ? name + '/' : "";
    }

    private bool IsCurrent => specification == Specification.Bag10;

    /// <param name="source">The bag.</param>
    /// <param name="asked">The version to hold it to; null for the one it says it is of, and 1.0 where it does not say.</param>
    /// <param name="stop">Ends it.</param>
    public static Task<BagFacts> ReadAsync(IPackageSource source, Specification? asked, CancellationToken stop) => new BagReader(source).ReadAsync(asked, stop);

    private async Task<BagFacts> ReadAsync(Specification? asked, CancellationToken stop)
    {
        var paths = source.Paths.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..]).ToArray();
        await Declared(paths, stop);
        specification = asked ?? (declaration.Version == Specification.Bag097.Version ? Specification.Bag097 : Specification.Bag10);

        var named = Manifests(paths);
        await Measure(paths, named, stop);
        var manifests = new List<BagManifest>();
        foreach (var (path, algorithm, isTag) in named)
        {
            // One of each algorithm: names that differ in spelling would let a bag have any number of them.
            var isRead = BagAlgorithm.Find(algorithm) is { } known && !manifests.Exists(one => one.IsRead && one.IsTag == isTag && one.Algorithm == known);
            manifests.Add(isRead ? await ManifestAsync(path, algorithm, isTag, stop) : new BagManifest(path, algorithm, isTag, [], [], IsRead: false));
        }

        var info = paths.Contains(BagInfo.File) ? await TextAsync(BagInfo.File, lines => BagInfo.ReadAsync(lines, IsCurrent), stop) : null;
        var fetch = paths.Contains(FetchFile.File) ? await TextAsync(FetchFile.File, lines => FetchFile.ReadAsync(lines, PathOf, FileOf), stop) : null;
        return new BagFacts(
            specification,
            prefix.TrimEnd('/'),
            [.. source.Paths.Where(path => !path.StartsWith(prefix, StringComparison.Ordinal))],
            declaration,
            files,
            [.. source.EmptyFolders.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..])],
            manifests,
            info,
            fetch,
            texts);
    }

    private static List<(string Path, string Algorithm, bool IsTag)> Manifests(IEnumerable<string> paths)
    {
        var named = new List<(string Path, string Algorithm, bool IsTag)>();
        foreach (var path in paths)
        {
            if (BagManifest.Is(path, out var algorithm, out var isTag))
                named.Add((path, algorithm, isTag));
        }

        return [.. named.OrderBy(manifest => manifest.IsTag).ThenBy(manifest => manifest.Algorithm != BagAlgorithm.Normalized(manifest.Algorithm))];
    }

    private async Task Declared(string[] paths, CancellationToken stop)
    {
        if (!paths.Contains(BagDeclaration.File))
            return;

        // Two lines are asked for; a third is enough to know that there are more.
        var lines = await TextAsync(BagDeclaration.File, async read => await read.Take(3).Select(line => line.Text).ToListAsync(stop), stop);
        declaration = BagDeclaration.Of(lines);
    }

    /// <summary>Payload files are digested as payload manifests ask, tag files as tag manifests do.</summary>
    private async Task Measure(string[] paths, List<(string Path, string Algorithm, bool IsTag)> named, CancellationToken stop)
    {
        BagAlgorithm[] Asked(bool ofTags) => [.. named.Where(manifest => manifest.IsTag == ofTags).Select(manifest => BagAlgorithm.Find(manifest.Algorithm)).OfType<BagAlgorithm>().Distinct()];

        var (ofPayload, ofTags, measured) = (Asked(false), Asked(true), new ConcurrentBag<BagFile>());
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = source.AtOnce, CancellationToken = stop }, async (path, cancel) =>
        {
            var algorithms = path.StartsWith(BagPath.Payload, StringComparison.Ordinal) ? ofPayload : ofTags;
            await using var stream = await source.OpenAsync(prefix + path, cancel);
            var (size, digests) = await BagDigests.OfAsync(stream, null, algorithms, cancel);
            measured.Add(new BagFile(path, size, algorithms.Zip(digests).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal)));
        });
        foreach (var file in measured)
            files[file.Path] = file;
    }

    private async Task<BagManifest> ManifestAsync(string path, string algorithm, bool isTag, CancellationToken stop)
    {
        var entries = new List<ManifestEntry>();
        var malformed = new List<(int, string)>();
        await TextAsync(path, async lines =>
        {
            await foreach (var (number, text) in lines)
            {
                if (ManifestLine.Read(text, BagAlgorithm.Find(algorithm)) is { } line)
                    entries.Add(Entry(number, line));
                else
                    malformed.Add((number, PackagePath.Shown(text)));
            }

            return entries.Count;
        }, stop);
        return new BagManifest(path, algorithm, isTag, entries, malformed, IsRead: true);
    }

    /// <summary>The file's own path stands in for an equal one, so that no path is held twice.</summary>
    private ManifestEntry Entry(int number, ManifestLine line)
    {
        var path = PathOf(line.Written);
        var file = FileOf(path);
        var held = file?.Path == path ? file.Path : path;
        return new ManifestEntry(number, line.Checksum, line.Written == held ? held : line.Written, held, line.IsStarred, file);
    }

    private async Task<T> TextAsync<T>(string path, Func<IAsyncEnumerable<(int Number, string Text)>, Task<T>> read, CancellationToken stop)
    {
        var encoding = path == BagDeclaration.File ? TagText.Utf8 : declaration.Encoding ?? TagText.Utf8;
        var lines = new TagLines(encoding, budget);
        await using var stream = await source.OpenAsync(prefix + path, stop);
        var result = await read(lines.ReadAsync(stream, stop));
        texts.Add(TagText.Of(path, lines, encoding));
        return result;
    }

    private string PathOf(string written) => BagPath.Read(written, percentToo: IsCurrent);

    /// <summary>By its name, or by one that differs only in how accents are composed.</summary>
    private BagFile? FileOf(string path)
    {
        if (files.TryGetValue(path, out var file))
            return file;

        composed ??= files.Values.GroupBy(one => BagPath.Composed(one.Path)).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return composed.GetValueOrDefault(BagPath.Composed(path));
    }
}
