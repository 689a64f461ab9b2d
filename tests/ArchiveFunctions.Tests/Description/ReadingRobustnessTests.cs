using Archive.Description;
using ArchiveFunctions.Tests.Accession.Content;
using CsCheck;

namespace ArchiveFunctions.Tests.Description;

public sealed class ReadingRobustnessTests
{
    public static TheoryData<string> Kinds => ["pdf", "signed", "docx", "tiff", "html"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_document_cut_anywhere_gives_a_reading(string kind)
    {
        var (whole, format) = Sound(kind);
        for (var sixteenth = 0; sixteenth < 16; sixteenth++)
            Assert.NotNull(await whole[..(whole.Length * sixteenth / 16)].Read(format));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_document_with_flipped_bytes_gives_a_reading(string kind)
    {
        var (whole, format) = Sound(kind);
        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 12].SampleAsync(
            async flips =>
            {
                var bytes = (byte[])whole.Clone();
                foreach (var (at, value) in flips)
                    bytes[at] = value;
                Assert.NotNull(await bytes.Read(format));
            },
            iter: 120,
            threads: 2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Garbage_of_any_kind_gives_a_reading(string kind) =>
        Gen.Byte.Array[0, 1500].SampleAsync(async bytes => Assert.NotNull(await bytes.Read(Sound(kind).Format)), iter: 60, threads: 2);

    private static (byte[] Bytes, FormatIdentity Format) Sound(string kind) => kind switch
    {
        "pdf" => (MadeFiles.Pdf(2), Reading.Pdf),
        "signed" => (new SignedPdf().Bytes, Reading.Pdf),
        "docx" => (MadeFiles.Docx(), Reading.Word),
        "tiff" => (MadeFiles.Tiff(3), new("fmt/353", "TIFF", "image/tiff", FormatFamily.Image)),
        _ => ("<html><body><p>a&amp;b</p><!-- c --></body></html>"u8.ToArray(), new("fmt/96", "HTML", "text/html", FormatFamily.Markup)),
    };
}
