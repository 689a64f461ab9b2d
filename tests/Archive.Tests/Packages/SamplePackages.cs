namespace Archive.Tests.Packages;

/// <summary>The sample packages as they lie in the repository, for a test to change in one place.</summary>
internal static class SamplePackages
{
    /// <summary>A package of <c>tests/samples/packages/eark/base</c>, with what lies beside its folder.</summary>
    public static BlobPackage Base(string name)
    {
        var home = Repository.File($"tests/samples/packages/eark/base/{name}");
        var folder = Path.GetFileName(Directory.GetDirectories(home).Single());
        var blobs = Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(home, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        var package = new BlobPackage(folder, blobs.Where(blob => blob.Key.StartsWith(folder + "/", StringComparison.Ordinal)).ToDictionary(blob => blob.Key[(folder.Length + 1)..], blob => blob.Value));
        foreach (var (path, bytes) in blobs.Where(blob => !blob.Key.StartsWith(folder + "/", StringComparison.Ordinal)))
            package.Beside.Add(path, bytes);
        return package;
    }
}
