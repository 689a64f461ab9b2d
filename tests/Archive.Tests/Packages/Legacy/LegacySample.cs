using System.Text;
using System.Text.Json;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Tests.Packages.Bags;

namespace Archive.Tests.Packages.Legacy;

/// <summary>The package of <c>tests/samples/packages/tt02</c>, for a test to change.</summary>
internal static class LegacySample
{
    public const string Metadata = "ho-so.xml";
    public const string Own = "tai-lieu/cong-van-902.xml";

    private static readonly string Home = Repository.File("tests/samples/packages/tt02");

    public static IReadOnlyList<LegacyRecipe> Recipes { get; } = JsonSerializer.Deserialize<LegacyRecipe[]>(File.ReadAllText(Path.Combine(Home, "recipes.json")), JsonSerializerOptions.Web)!;

    /// <summary>Its files by their paths below its folder.</summary>
    public static Dictionary<string, string> Files()
    {
        var folder = Directory.GetDirectories(Path.Combine(Home, "base")).Single();
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
    }

    /// <summary>Something else in the place of what stands in a file once.</summary>
    public static Dictionary<string, string> With(this Dictionary<string, string> files, string path, string? from, string? to)
    {
        if (from is not null)
            Assert.Equal(2, files[path].Split(from).Length);
        if (from is not null)
            files[path] = files[path].Replace(from, to, StringComparison.Ordinal);
        else if (to is not null)
            files[path] = to;
        else
            files.Remove(path);
        return files;
    }

    public static MemoryPackage Package(this Dictionary<string, string> files) => new(files.Select(file => KeyValuePair.Create($"ho-so-05/{file.Key}", Encoding.UTF8.GetBytes(file.Value))));

    public static async Task<PackageReport> Checked(this Dictionary<string, string> files, Specification? asked = null) =>
        await PackageCheck.CheckAsync(files.Package(), asked, TestContext.Current.CancellationToken);

    public static async Task<(PackagedDossier Dossier, List<PackagedDocument> Documents)> Taken(this Dictionary<string, string> files)
    {
        var dossier = (await PackageCheck.TakeAsync(files.Package(), null, TestContext.Current.CancellationToken)).Dossier;
        return (dossier, await dossier.DocumentsAsync(TestContext.Current.CancellationToken).ToListAsync());
    }
}

/// <summary>How the package is made to break one rule.</summary>
internal sealed record LegacyRecipe(string Rule, IReadOnlyList<string?[]> Edits, IReadOnlyList<string>? Also = null)
{
    public Dictionary<string, string> Make() => Edits.Aggregate(LegacySample.Files(), (files, edit) => files.With(edit[0]!, edit[1], edit[2]));
}
