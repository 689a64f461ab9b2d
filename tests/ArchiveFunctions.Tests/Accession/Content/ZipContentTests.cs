using System.Text;
using ArchiveFunctions.Accession.Content;

namespace ArchiveFunctions.Tests.Accession.Content;

public sealed class ZipContentTests
{
    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/activeX/activeX1.xml")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public async Task A_document_with_a_part_that_acts_is_refused(string part) =>
        Assert.Equal(["A-108"], await MadeFiles.Added(MadeFiles.Docx(), part, [65]).Check("a.docx").Codes());

    [Fact]
    public async Task A_program_embedded_in_a_document_is_refused()
    {
        byte[] program = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0];
        Assert.Equal(["A-108"], await MadeFiles.Added(MadeFiles.Docx(), "word/embeddings/a.dat", program).Check("a.docx").Codes());
    }

    [Fact]
    public async Task A_program_packaged_in_an_embedded_object_is_refused()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("\u0001Ole10Native\0"), .. "C:\\tam\\hoadon.exe\0"u8];
        var verdict = await MadeFiles.Added(MadeFiles.Docx(), "word/embeddings/oleObject1.bin", ole).Check("a.docx");
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal(("A-108", "a.docx!/word/embeddings/oleObject1.bin", "C:\\tam\\hoadon.exe"), (finding.Code, finding.Where, finding.Values[0]));
    }

    [Fact]
    public async Task However_much_is_wrong_with_a_document_the_verdict_fits_into_a_row()
    {
        (string, byte[])[] programs = [.. Enumerable.Range(0, 400).Select(i => ($"word/embeddings/{new string('\u0001', 2000)}{i}.exe", "MZ"u8.ToArray()))];
        var verdict = await MadeFiles.Zip(programs).Check("a.docx");
        Assert.InRange(System.Text.Json.JsonSerializer.Serialize(verdict.Findings).Length * sizeof(char), 1, 900 << 10);
    }

    [Fact]
    public async Task A_document_in_a_document_is_looked_into()
    {
        Assert.Empty(await MadeFiles.Added(MadeFiles.Docx(), "word/embeddings/b.docx", MadeFiles.Docx()).Check("a.docx").Codes());
        var active = MadeFiles.Added(MadeFiles.Docx(), "word/vbaProject.bin", [65]);
        Assert.Equal(["A-108"], await MadeFiles.Added(MadeFiles.Docx(), "word/embeddings/b.docx", active).Check("a.docx").Codes());
    }

    [Fact]
    public async Task A_document_without_its_main_part_is_damaged() =>
        Assert.Equal(["A-106"], await MadeFiles.Zip(
            ("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"u8.ToArray()),
            ("_rels/.rels", "<Relationships><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"u8.ToArray())).Check("a.docx").Codes());

    [Fact]
    public async Task A_document_cut_off_is_a_damaged_document_and_not_a_package()
    {
        var docx = MadeFiles.Docx();
        Assert.Equal(["A-106"], await docx[..(docx.Length - 60)].Check("a.docx").Codes());
    }

    [Fact]
    public async Task An_entry_that_is_not_what_the_directory_says_is_damaged()
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919} ")));
        var docx = MadeFiles.Added(MadeFiles.Docx(), "word/a.txt", text);
        var place = docx.AsSpan().IndexOf("word/a.txt"u8);
        docx[place + 200] ^= 0x10;
        Assert.Equal(["A-106"], await docx.Check("a.docx").Codes());
    }

    [Fact]
    public async Task Containers_that_unpack_without_measure_are_bombs()
    {
        var bomb = MadeFiles.Zip(("a", new byte[40 << 20]));
        Assert.Contains("A-113", await bomb.Check("a.zip").Codes());
        Assert.Contains("A-113", await MadeFiles.Zip(("a", new byte[2000])).Check("a.zip", ContentLimits.Default with { UnpackedBytes = 1000 }).Codes());
        Assert.Contains("A-113", await MadeFiles.Zip(("a", [1]), ("b", [2]), ("c", [3])).Check("a.zip", ContentLimits.Default with { Entries = 2 }).Codes());
    }

    [Fact]
    public async Task Containers_nested_too_deep_are_bombs()
    {
        var nested = MadeFiles.Zip(("a.txt", [65]));
        for (var i = 0; i < 4; i++)
            nested = MadeFiles.Zip(("a.zip", nested));
        Assert.Contains("A-113", await nested.Check("a.zip").Codes());
    }

    [Fact]
    public async Task A_locked_container_is_refused()
    {
        var zip = MadeFiles.Zip(("a.txt", [65, 66]));
        foreach (var mark in new[] { "PK\u0003\u0004", "PK\u0001\u0002" })
        {
            var at = zip.AsSpan().IndexOf(Encoding.Latin1.GetBytes(mark));
            zip[at + (mark[2] == 3 ? 6 : 8)] |= 1;
        }

        Assert.Equal(["A-116", "A-105"], await zip.Check("a.zip").Codes());
    }

    [Fact]
    public async Task OpenDocument_files_are_judged_by_their_own_rules()
    {
        var mimetype = "application/vnd.oasis.opendocument.text"u8.ToArray();
        Assert.Empty(await MadeFiles.Zip(("mimetype", mimetype), ("content.xml", [60])).Check("a.odt").Codes());
        Assert.Equal(["A-106"], await MadeFiles.Zip(("mimetype", mimetype)).Check("a.odt").Codes());
        Assert.Equal(["A-108"], await MadeFiles.Zip(("mimetype", mimetype), ("content.xml", [60]), ("Basic/Standard/M.xml", [60])).Check("a.odt").Codes());
        Assert.Equal(["A-105"], await MadeFiles.Zip(
            ("mimetype", mimetype), ("content.xml", [60]), ("META-INF/manifest.xml", "<manifest:encryption-data/>"u8.ToArray())).Check("a.odt").Codes());
    }
}
