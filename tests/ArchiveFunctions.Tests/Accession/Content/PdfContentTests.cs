using System.IO.Compression;
using System.Text;

namespace ArchiveFunctions.Tests.Accession.Content;

public sealed class PdfContentTests
{
    private const string Pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    private const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";

    [Theory]
    [InlineData("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>")]
    [InlineData("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/#4aavaScript/JS(app.alert(1))>>>>")]
    [InlineData("<</Type/Catalog/Pages 2 0 R/AA<</WC<</S /Launch/F(cmd.exe)>>>>>>")]
    [InlineData("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 9 0 R>>>>]>>>>>>")]
    public async Task A_PDF_that_would_act_is_refused(string catalogue) =>
        Assert.Equal(["A-108"], await MadeFiles.RawPdf(catalogue, Pages, Page).Check("a.pdf").Codes());

    [Fact]
    public async Task A_program_embedded_under_an_innocent_name_is_found()
    {
        var program = "MZ\0\u0003" + new string('\0', 60);
        var pdf = MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", Pages, Page, $"<</Type/EmbeddedFile/Length {program.Length}>>stream\n{program}\nendstream");
        Assert.Equal(["A-108"], await pdf.Check("a.pdf").Codes());
    }

    [Fact]
    public async Task A_locked_PDF_is_refused()
    {
        string[] objects = ["<</Type/Catalog/Pages 2 0 R>>", Pages, Page, "<</Filter/Standard/V 1/R 2/O<" + new string('0', 64) + ">/U<" + new string('0', 64) + ">/P -4>>"];
        Assert.Equal(["A-105"], await MadeFiles.RawPdf("/Encrypt 4 0 R/ID[<00><00>]", objects).Check("a.pdf").Codes());
    }

    [Fact]
    public async Task A_PDF_cut_off_or_without_pages_is_damaged()
    {
        var pdf = MadeFiles.Pdf(3);
        Assert.Equal(["A-106"], await pdf[..(pdf.Length / 2)].Check("a.pdf").Codes());
        Assert.Equal(["A-106"], await "%PDF-1.7\nnothing\n%%EOF"u8.ToArray().Check("a.pdf").Codes());
        Assert.Equal(["A-106"], await MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>").Check("a.pdf").Codes());
    }

    [Fact]
    public async Task A_PDF_nested_without_end_is_a_finding_and_not_the_end_of_the_process()
    {
        var deep = new string('[', 200_000) + new string(']', 200_000);
        Assert.Equal(["A-106"], await MadeFiles.RawPdf($"<</Type/Catalog/Pages 2 0 R/X {deep}>>", Pages, Page).Check("a.pdf").Codes());
    }

    [Fact]
    public async Task A_page_tree_that_runs_in_circles_is_damage() =>
        Assert.Equal(["A-106"], await MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>").Check("a.pdf").Codes());

    [Fact]
    public async Task A_stream_that_unpacks_without_measure_is_a_bomb()
    {
        var packed = new MemoryStream();
        await using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = new byte[8 << 20];
            for (var i = 0; i < 160; i++)
                await zlib.WriteAsync(block, TestContext.Current.CancellationToken);
        }

        var content = Encoding.Latin1.GetString(packed.ToArray());
        var pdf = MadeFiles.RawPdf("<</Type/Catalog/Pages 2 0 R>>", Pages, Page, $"<</Type/EmbeddedFile/Filter/FlateDecode/Length {content.Length}>>stream\n{content}\nendstream");
        Assert.Equal(["A-113"], await pdf.Check("a.pdf").Codes());
    }
}
