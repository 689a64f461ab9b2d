namespace Infra.Tests.Templates;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Set to <c>write</c>, golden files are written anew instead of compared.</summary>
    public static bool WritesGolden { get; } = Environment.GetEnvironmentVariable("ARCHIVE_GOLDEN") == "write";

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Text(params string[] parts) => File.ReadAllText(Path(parts));

    /// <summary>Compares a file with what it should be, or writes it.</summary>
    public static void Golden(string expected, params string[] parts)
    {
        if (WritesGolden)
            File.WriteAllText(Path(parts), expected);
        Assert.True(
            File.Exists(Path(parts)) && Text(parts).ReplaceLineEndings("\n") == expected.ReplaceLineEndings("\n"),
            $"{string.Join('/', parts)} is not what the code makes of it. If the change is meant: ARCHIVE_GOLDEN=write dotnet test --project tests/Infra.Tests, and read the difference.");
    }

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "ArchiveFunctions.sln")) ? folder : Find(Directory.GetParent(folder)?.FullName ?? throw new DirectoryNotFoundException("The repository was not found."));
}
