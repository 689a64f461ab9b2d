using System.Text.Json;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages.Bags;

/// <summary>A package in memory, of names that a disk might not hold.</summary>
internal sealed class MemoryPackage(IEnumerable<KeyValuePair<string, byte[]>> files, params IReadOnlyList<string> folders) : IPackageSource
{
    public SortedDictionary<string, byte[]> Files { get; } = new(files.ToDictionary(), StringComparer.Ordinal);

    public IReadOnlyList<string> Paths => [.. Files.Keys];

    public IReadOnlyList<string> EmptyFolders => folders;

    public Task<Stream> OpenAsync(string path, CancellationToken stop) => Task.FromResult<Stream>(new MemoryStream(Files[path], writable: false));

    /// <summary>Reads a recipe: each file's text, or what its text is made of.</summary>
    public static MemoryPackage Of(string recipe)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(recipe));
        return new MemoryPackage(
            json.RootElement.GetProperty("files").EnumerateObject().Select(file => KeyValuePair.Create(file.Name, Encoded(file.Value))),
            [.. json.RootElement.GetProperty("folders").EnumerateArray().Select(folder => folder.GetString()!)]);
    }

    private static byte[] Encoded(JsonElement content) => System.Text.Encoding.UTF8.GetBytes(content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : content.GetProperty("prefix").GetString() + new string(content.GetProperty("repeat").GetString()![0], content.GetProperty("times").GetInt32()) + content.GetProperty("suffix").GetString());
}
