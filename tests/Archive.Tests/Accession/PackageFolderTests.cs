using Archive.Accession;
using Archive.Records;

namespace Archive.Tests.Accession;

public sealed class PackageFolderTests
{
    [Theory]
    [InlineData("packages/hồ sơ/METS.xml", "packages/hồ sơ/")]
    [InlineData("packages/a/b/c.pdf", "packages/a/")]
    [InlineData("packages/a/", "packages/a/")]
    [InlineData("packages/a.zip", null)]
    [InlineData("packages/", null)]
    [InlineData("packages//METS.xml", null)]
    [InlineData("x/packages/a/METS.xml", null)]
    [InlineData("Packages/a/METS.xml", null)]
    [InlineData("a.pdf", null)]
    public void A_folder_is_known_by_its_place(string name, string? folder) => Assert.Equal(folder, PackageFolder.Of(name));

    [Theory]
    [InlineData("packages/a/METS.xml", true)]
    [InlineData("packages/a/mets.XML", true)]
    [InlineData("packages/a/bagit.txt", false)]
    [InlineData("packages/a/", true)]
    [InlineData("packages/a/b/METS.xml", false)]
    [InlineData("packages/a/METS.xml.bak", false)]
    [InlineData("packages/METS.xml", false)]
    [InlineData("METS.xml", false)]
    public void METS_at_its_top_is_its_mark(string name, bool isMark) => Assert.Equal(isMark, PackageFolder.IsMark(name));

    [Fact]
    public void Its_state_is_that_of_all_files_in_any_order()
    {
        InboxBlob[] files = [new("A/packages/a/1", "\"1\""), new("A/packages/a/2", "\"2\"")];
        Assert.Equal(PackageFolder.StateOf(files), PackageFolder.StateOf(files.Reverse()));
        Assert.Equal(PackageFolder.StateOf(files), PackageFolder.StateOf([.. files]));
        Assert.NotEqual(PackageFolder.StateOf(files), PackageFolder.StateOf(files.Take(1)));
        Assert.NotEqual(PackageFolder.StateOf(files), PackageFolder.StateOf([files[0], files[1] with { ETag = "\"3\"" }]));
        Assert.NotEqual(PackageFolder.StateOf(files), PackageFolder.StateOf([files[0], files[1] with { Name = "A/packages/a/3" }]));
    }

    [Fact]
    public void Its_depositor_knows_it_without_its_place() => Assert.Equal("hồ sơ", PackageFolder.NameOf("packages/hồ sơ/"));
}
