using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>Reads a package of TT 02/2019 by what is there: its metadata, then every file once.</summary>
internal static class LegacyReader
{
    public static async Task<LegacyFacts> ReadAsync(IPackageSource source, CancellationToken stop)
    {
        var paths = PackagePaths.Of(source.Paths);
        var files = new SortedDictionary<string, FileFacts>(StringComparer.Ordinal);
        var metadata = new HashSet<string>(StringComparer.Ordinal);
        var (unread, descriptions) = (new List<(string, string)>(), new List<LegacyDescription>());
        var budget = new LegacyBudget();
        foreach (var (stored, path) in paths.Inside)
        {
            files[path] = await MeasureAsync(source, stored, path, stop);
            if (!LegacyPlace.IsXml(path) || !await LegacyPlace.DescribesAsync(source, stored, stop))
                continue;

            metadata.Add(path);
            if (budget.IsSpent)
                continue;
            var most = PackagePaths.LargestOf(XmlKind.Description);
            if (files[path].Size <= most && await PackageXml.Description(source, stored, stop) is { } root)
            {
                foreach (var description in new LegacyReading(path, budget).Of(root))
                {
                    stop.ThrowIfCancellationRequested();
                    descriptions.Add(description);
                }
            }
            else
            {
                unread.Add((path, files[path].Size > most ? $"{files[path].Size} bytes" : "not well-formed, with a DTD, or nested deeper than 64 levels"));
            }
        }

        return new LegacyFacts(paths.Folder ?? "", files, metadata, unread, budget.Exceeded, descriptions, LegacyJoins.Of(files, metadata, descriptions));
    }

    private static async Task<FileFacts> MeasureAsync(IPackageSource source, string stored, string path, CancellationToken stop)
    {
        await using var content = await source.OpenAsync(stored, stop);
        await using var measured = new MeasuredStream(Stream.Null);
        await content.CopyToAsync(measured, stop);
        return new FileFacts(path, measured.Count, measured.Digest);
    }
}
