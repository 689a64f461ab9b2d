using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Tests.Catalogue;

namespace ArchiveFunctions.Tests.ReadingRoom.Pages;

public sealed class CitationTests
{
    [Fact]
    public void A_record_is_cited_by_what_is_known_of_it()
    {
        var whole = Shelf.Record("a.pdf", Shelf.Finance, "01", ("organName", "UBND thành phố Hà Nội"), ("typeName", "02"), ("codeNumber", "12"), ("codeNotation", "QĐ-UBND"), ("issuedDate", "03/1998"), ("subject", "Về việc\nbảo tồn"));
        var bare = Shelf.Record("b.pdf", Shelf.Finance, "01");

        var english = new PageWords(Words.English);
        Assert.Equal($"UBND thành phố Hà Nội, Decision 12/QĐ-UBND, 03/1998, Về việc bảo tồn, {english["site.name"]}, {whole.Id}", Cited(whole, english));
        Assert.StartsWith("UBND thành phố Hà Nội, Quyết định 12/QĐ-UBND, 03/1998", Cited(whole, new PageWords(Words.Vietnamese)), StringComparison.Ordinal);
        Assert.Equal($"b.pdf, {english["site.name"]}, {bare.Id}", Cited(bare, english));
    }

    private static string Cited(ArchiveRecord record, PageWords words) => string.Join(", ", Citation.Of(record, words).Select(part => part.Words));
}
