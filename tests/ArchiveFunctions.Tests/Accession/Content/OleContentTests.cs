using System.Buffers.Binary;
using System.Text;

namespace ArchiveFunctions.Tests.Accession.Content;

public sealed class OleContentTests
{
    private const int Sector = 512;

    [Fact]
    public async Task A_locked_document_of_today_is_an_OLE2_file_with_a_package_in_it() =>
        Assert.Equal(["A-105"], await Ole(("EncryptedPackage", [])).Check("a.docx").Codes());

    [Fact]
    public async Task An_old_Word_document_is_known_and_its_lock_and_macros_are_found()
    {
        Assert.Empty(await Ole(("WordDocument", new byte[8192])).Check("a.doc").Codes());

        var locked = new byte[8192];
        locked[11] = 1;
        Assert.Equal(["A-105"], await Ole(("WordDocument", locked)).Check("a.doc").Codes());
        Assert.Equal(["A-108"], await Ole(("WordDocument", new byte[8192]), ("_VBA_PROJECT", [])).Check("a.doc").Codes());
    }

    [Fact]
    public async Task An_old_workbook_is_locked_by_a_record()
    {
        var workbook = new byte[8192];
        Convert.FromHexString("090810000006050000000000000000000000000" + "02F000600").CopyTo(workbook, 0);
        Assert.Equal(["A-105"], await Ole(("Workbook", workbook)).Check("a.xls").Codes());
    }

    [Fact]
    public async Task An_installer_is_a_program() =>
        Assert.Equal(["A-107"], await Ole(("\u4840\u3F3F\u4577", [])).Check("a.msi").Codes());

    [Fact]
    public async Task A_directory_that_runs_in_circles_is_damage()
    {
        var ole = Ole(("WordDocument", new byte[8192]));
        BinaryPrimitives.WriteUInt32LittleEndian(ole.AsSpan(Sector + 4), 1);
        Assert.Equal(["A-106"], await ole.Check("a.doc").Codes());
    }

    /// <summary>A compound file: sector 0 is the allocation table, sector 1 the directory (of at most three streams), then the streams.</summary>
    private static byte[] Ole(params (string Name, byte[] Content)[] streams)
    {
        var file = new byte[Sector * 3];
        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(file, 0);
        file[0x1E] = 9;
        file.AsSpan(0x4C, 436).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(0x30), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(0x4C), 0);
        file.AsSpan(Sector, Sector).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Sector + 4), 0xFFFFFFFE);
        Entry(file, 0, "Root Entry", 0, 0, 5);
        for (var i = 0; i < streams.Length; i++)
        {
            Entry(file, i + 1, streams[i].Name, (uint)(file.Length / Sector) - 1, (uint)streams[i].Content.Length, 2);
            file = [.. file, .. streams[i].Content];
        }

        return file;
    }

    private static void Entry(byte[] file, int index, string name, uint start, uint size, byte type)
    {
        var entry = file.AsSpan((Sector * 2) + (index * 128), 128);
        var written = Encoding.Unicode.GetBytes(name + "\0");
        written.CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[0x40..], (ushort)written.Length);
        entry[0x42] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[0x74..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[0x78..], size);
    }
}
