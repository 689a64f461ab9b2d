using CsCheck;

namespace ArchiveFunctions.Tests.Accession.Content;

public sealed class ContentRobustnessTests
{
    public static TheoryData<string> Names => ["a.pdf", "a.docx", "a.png", "a.tif"];

    private static string[] Starts =>
        ["%PDF-1.7\n", "PK\u0003\u0004", "\u0089PNG\r\n\u001A\n", "II*\0", "GIF89a", "\u00FF\u00D8\u00FF\u00E0", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "<html>", "{\\rtf"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_cut_anywhere_gives_a_verdict(string name)
    {
        var whole = Sound(name);
        for (var sixteenth = 1; sixteenth < 16; sixteenth++)
            Assert.NotNull(await whole[..(whole.Length * sixteenth / 16)].Check(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_with_flipped_bytes_gives_a_verdict(string name)
    {
        var whole = Sound(name);
        await Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 12].SampleAsync(
            async flips =>
            {
                var bytes = (byte[])whole.Clone();
                foreach (var (at, value) in flips)
                    bytes[at] = value;
                Assert.NotNull(await bytes.Check(name));
            },
            iter: 150,
            threads: 2);
    }

    [Fact]
    public Task Garbage_behind_any_beginning_gives_a_verdict() =>
        Gen.Select(Gen.Int[0, Starts.Length - 1].Select(i => Starts[i]), Gen.Byte.Array[0, 2000])
            .SampleAsync(
                async (start, garbage) => Assert.NotNull(await System.Text.Encoding.Latin1.GetBytes(start).Concat(garbage).Concat("%%EOF PK\x05\x06"u8.ToArray()).ToArray().Check("a")),
                iter: 300,
                threads: 2);

    private static byte[] Sound(string name) => name switch
    {
        "a.pdf" => MadeFiles.Pdf(2),
        "a.docx" => MadeFiles.Docx(),
        "a.png" => MadeFiles.Png(),
        _ => MadeFiles.Tiff(3),
    };
}
