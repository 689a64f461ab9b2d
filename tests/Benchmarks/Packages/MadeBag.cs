using Archive.Packages.Bags;

namespace Benchmarks.Packages;

/// <summary>A bag of so many files of chance, as a folder and perhaps as a ZIP.</summary>
internal sealed record MadeBag(string Folder, int Files, long Bytes)
{
    private const string Name = "bag";

    /// <summary>Its files for the programs beside which it is measured.</summary>
    public IReadOnlyList<string> Payload => [.. Directory.EnumerateFiles(Path.Combine(Folder, "data"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <param name="parent">Where its folder is made.</param>
    /// <param name="files">How many.</param>
    /// <param name="size">Of each.</param>
    /// <param name="shaOnly">Whether it has a manifest of sha256 and nothing else, as sha256sum has.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<MadeBag> AsFolderAsync(string parent, int files, int size, bool shaOnly, CancellationToken stop)
    {
        await BagWriter.WriteFolderAsync(Plan(files, size), parent, stop);
        var folder = Path.Combine(parent, Name);
        foreach (var more in shaOnly ? new[] { "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt" } : [])
            File.Delete(Path.Combine(folder, more));
        return new MadeBag(folder, files, (long)files * size);
    }

    public static async Task AsZipAsync(string path, int files, int size, CancellationToken stop)
    {
        await using var zip = File.Create(path);
        await BagWriter.WriteZipAsync(Plan(files, size), zip, stop);
    }

    private static BagPlan Plan(int files, int size) =>
        new(Name, [.. Enumerable.Range(1, files).Select(number => new BagContent($"{number % 100}/{number}.bin", size, null, _ => Task.FromResult<Stream>(OfChance(number, size))))], [], new DateOnly(2026, 11, 28));

    private static MemoryStream OfChance(int seed, int size)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return new MemoryStream(bytes, writable: false);
    }
}
