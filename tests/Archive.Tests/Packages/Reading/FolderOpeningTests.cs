using Archive.Packages.Reading;

namespace Archive.Tests.Packages.Reading;

public sealed class FolderOpeningTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("package-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_is_read_file_by_file_below_its_own_name()
    {
        Write("gói/data/Kế hoạch.txt", "x");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "gói", "trống"));
        await using var package = Assert.IsType<PackageOpening.Opened>(Open("gói")).Package;
        Assert.Equal(["gói/data/Kế hoạch.txt"], package.Paths);
        Assert.Equal(["gói/trống"], package.EmptyFolders);
        Assert.Equal("x"u8.ToArray(), await package.Content("gói/data/Kế hoạch.txt"));
    }

    [Fact]
    public void Links_in_a_folder_are_refused()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Windows makes links for administrators only.");
        Write("outside/secret", "x");
        Write("file/a", "x");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "file", "b"), Path.Combine(folder.FullName, "outside", "secret"));
        Write("round/a", "x");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "round", "b"), Path.Combine(folder.FullName, "round"));
        Assert.Equal(["P-504", "P-504"], [Openings.Code(Open("file")), Openings.Code(Open("round"))]);
    }

    [Fact]
    public void Names_and_numbers_of_a_folder_are_judged_like_those_of_an_archive_file()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Windows cannot hold these names.");
        Write("case/A", "x");
        Write("case/a", "x");
        Write("colon/a:b", "x");
        Write("many/a", "x");
        Write("many/b", "x");
        Assert.Equal(["P-503", "A-112"], [Openings.Code(Open("case")), Openings.Code(Open("colon"))]);
        Assert.Equal("P-502", Openings.Code(PackageOpener.OpenFolder(Path.Combine(folder.FullName, "many"), new PackageLimits(Entries: 1))));
    }

    private PackageOpening Open(string name) => PackageOpener.OpenFolder(Path.Combine(folder.FullName, name), PackageLimits.Default);

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
