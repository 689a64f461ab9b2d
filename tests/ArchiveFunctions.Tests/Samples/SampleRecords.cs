using System.Text.Json;
using Archive.Records;

namespace ArchiveFunctions.Tests.Samples;

/// <summary>What a reader of a sample's pages must find.</summary>
/// <param name="Path">Below <c>tests/samples/records</c>, exactly as on disk.</param>
/// <param name="Agency">The inbox folder it is uploaded to.</param>
/// <param name="Form">pdf, scan, signed, tampered, docx, xlsx, tcvn3 or vni.</param>
/// <param name="HasText">False for a scan: its fields can be read by eye only.</param>
/// <param name="Pages">Number of pages, where the form has any.</param>
/// <param name="Sidecar">json, edxml, edxml-flat or none.</param>
/// <param name="Fields">Printed values by field; null where the document has none.</param>
/// <param name="Unsure">Fields a careful reader may leave out; a value read must still be right.</param>
/// <param name="Findings">Findings the record must give once described; others are not excluded.</param>
public sealed record SampleRecord(
    string Path,
    string Agency,
    string Form,
    bool HasText,
    int? Pages,
    string Sidecar,
    IReadOnlyDictionary<string, string?> Fields,
    IReadOnlyList<string> Unsure,
    IReadOnlyList<string> Findings)
{
    /// <summary>The name below the agency's inbox folder.</summary>
    public string Name => Path[(Agency.Length + 1)..];

    /// <summary>The document.</summary>
    public byte[] Content() => SampleRecords.Bytes($"records/{Path}");

    /// <summary>Its sidecar's path below <c>tests/samples</c>, or null.</summary>
    public string? SidecarPath => Sidecar switch { "none" => null, "json" => $"records/{Path}.metadata.json", _ => $"records/{Path}.edxml" };

    /// <inheritdoc/>
    public override string ToString() => Path;
}

/// <summary>An upload that gives findings: see <c>tests/samples/refused/refused.json</c>.</summary>
/// <param name="Codes">The findings it must give.</param>
/// <param name="Name">The name it is uploaded under.</param>
/// <param name="Agency">The inbox folder.</param>
/// <param name="File">Its content, below <c>tests/samples</c>, or null when there is a recipe.</param>
/// <param name="Recipe">The recipe of its content, or null.</param>
/// <param name="Sidecar">What is uploaded beside it as <c>name.metadata.json</c>, or null.</param>
/// <param name="SidecarRecipe">The recipe of that, or null.</param>
public sealed record RefusedUpload(
    IReadOnlyList<string> Codes, string Name, string Agency, string? File, string? Recipe, string? Sidecar, string? SidecarRecipe)
{
    /// <summary>Whether one of the findings keeps it out; the others are warnings and notes.</summary>
    public bool IsRefused => FindingCodes.All.Any(code => code.Severity == Severity.Error && Codes.Contains(code.Id));

    /// <summary>The document.</summary>
    public byte[] Content() => File is null ? SampleRecords.Recipe(Recipe!).Make() : SampleRecords.Bytes(File);

    /// <summary>The sidecar, or null.</summary>
    public byte[]? SidecarContent() => SidecarRecipe is null ? Sidecar is null ? null : SampleRecords.Bytes(Sidecar) : SampleRecords.Recipe(SidecarRecipe).Make();

    /// <inheritdoc/>
    public override string ToString() => $"{string.Join(' ', Codes)} {Name}";
}

/// <summary>How to make content that cannot stand in a repository.</summary>
/// <param name="Start">The first bytes, in base 64.</param>
/// <param name="Fill">The byte repeated after them.</param>
/// <param name="Size">The size of the whole, in bytes.</param>
public sealed record ContentRecipe(string Start, byte Fill, long Size)
{
    private const long Largest = 64 << 20;

    /// <summary>The bytes, up to 64 MB; what is larger is to be streamed or declared.</summary>
    public byte[] Make()
    {
        if (Size > Largest)
            throw new InvalidOperationException($"{Size} bytes are too many for memory.");
        var start = Convert.FromBase64String(Start);
        return [.. start, .. Enumerable.Repeat(Fill, (int)Size - start.Length)];
    }
}

/// <summary>The sample folder as tests use it.</summary>
public static class SampleRecords
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary><c>tests/samples</c> of the repository the tests were built in.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Every record with what must be read from it.</summary>
    public static IReadOnlyList<SampleRecord> All { get; } = Read<List<SampleRecord>>("expected.json");

    /// <summary>Every upload that gives findings.</summary>
    public static IReadOnlyList<RefusedUpload> Refused { get; } = Read<List<RefusedUpload>>("refused/refused.json");

    /// <summary>The agencies that send them.</summary>
    public static IReadOnlyList<Agency> Agencies { get; } =
        [.. Read<List<AgencyEntry>>("agencies.json").Select(entry => new Agency(AgencyCode.Parse(entry.Code), entry.Name, entry.EnglishName))];

    /// <summary>The bytes of a file below <see cref="Folder"/>.</summary>
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    /// <summary>A recipe below <see cref="Folder"/>.</summary>
    public static ContentRecipe Recipe(string path) => Read<ContentRecipe>(path);

    private static T Read<T>(string path) => JsonSerializer.Deserialize<T>(Bytes(path), Options)!;

    /// <summary>The repository the tests run in.</summary>
    public static string RepositoryRoot => Path.GetFullPath(Path.Combine(FindFolder(), "..", ".."));

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ArchiveFunctions.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("ArchiveFunctions.sln stands nowhere above the tests."), "tests", "samples");
    }

    private sealed record AgencyEntry(string Code, string Name, string EnglishName);
}
