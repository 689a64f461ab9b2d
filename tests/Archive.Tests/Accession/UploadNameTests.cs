using Archive.Accession;
using Archive.Description.Formats;

namespace Archive.Tests.Accession;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("quyet-dinh.pdf")]
    [InlineData("2026/tháng 5/Quyết định số 12.pdf")]
    [InlineData("a#b%20+c&d;e='f'.pdf")]
    public void A_name_people_give_is_safe(string name) => Assert.True(UploadName.IsSafe(name));

    [Theory]
    [InlineData("")]
    [InlineData("../a.pdf")]
    [InlineData("a/../b.pdf")]
    [InlineData("a/./b.pdf")]
    [InlineData("a//b.pdf")]
    [InlineData("a/ /b.pdf")]
    [InlineData("a\\b.pdf")]
    [InlineData("a\u0000.pdf")]
    [InlineData("a\n.pdf")]
    [InlineData("a\u202Efdp.exe")]
    [InlineData("a\uFFFE.pdf")]
    [InlineData("a\uFFFF.pdf")]
    [InlineData("a/")]
    public void A_name_that_could_do_harm_is_not(string name) => Assert.False(UploadName.IsSafe(name));

    [Fact]
    public void A_name_longer_than_storage_allows_is_not_safe()
    {
        Assert.True(UploadName.IsSafe(new string('a', UploadName.MaxLength)));
        Assert.False(UploadName.IsSafe(new string('a', UploadName.MaxLength + 1)));
    }

    [Theory]
    [InlineData("x/a.pdf.metadata.json", "x/a.pdf")]
    [InlineData("a.pdf.METADATA.JSON", "a.pdf")]
    [InlineData("a.pdf.edxml", "a.pdf")]
    [InlineData("a.pdf.metadata.xml", "a.pdf")]
    [InlineData("a.pdf", null)]
    [InlineData("metadata.json", null)]
    [InlineData("x/.metadata.json", null)]
    public void A_sidecar_names_its_document(string name, string? document) => Assert.Equal(document, UploadName.DocumentOf(name));

    [Theory]
    [InlineData("x/cong-van.edxml", true)]
    [InlineData("000.00.01.H26-123.EDXML", true)]
    [InlineData("a.v2.edxml", true)]
    [InlineData("a.pdf.edxml", false)]
    [InlineData("a.DOCX.edxml", false)]
    [InlineData("a.mp4.edxml", false)]
    [InlineData("a.xml", false)]
    [InlineData("x/.edxml", false)]
    [InlineData("cong-van.metadata.xml", false)]
    public void A_message_is_told_from_the_sidecar_of_a_document_by_what_stands_before_its_ending(string name, bool isMessage)
    {
        Assert.Equal(isMessage, UploadName.IsMessage(name));
        Assert.Equal(isMessage, UploadName.MayBePackage(name));
    }

    [Theory]
    [InlineData("H26.01/a.pdf", "H26.01", "a.pdf")]
    [InlineData("H26.01/2026/tháng 5/a.pdf", "H26.01", "2026/tháng 5/a.pdf")]
    [InlineData("a.pdf", "", "a.pdf")]
    [InlineData("/a.pdf", "", "/a.pdf")]
    public void The_first_folder_of_a_blob_names_its_agency(string blob, string folder, string name)
    {
        Assert.Equal((folder, name), UploadName.Split(blob));
        Assert.Equal(blob, UploadName.Join(folder, name));
    }

    /// <summary>An officer's browser has to tell messages from sidecars before it sends them.</summary>
    [Fact]
    public void The_browser_knows_the_same_endings_of_documents()
    {
        var script = File.ReadAllText(Repository.File("functions/ArchiveFunctions/ReadingRoom/Desks/Officer/Scripts/batch.mjs"));
        var list = script.Split("DOCUMENTS = new Set([")[1].Split(']')[0];
        Assert.Equal(FormatIdentification.DocumentExtensions.Order(StringComparer.Ordinal), list.Split(['\'', ',', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
