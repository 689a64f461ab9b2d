using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using PageSize = UglyToad.PdfPig.Content.PageSize;

namespace ArchiveFunctions.Tests.Accession.Content;

/// <summary>Small files made in memory, sound ones to be broken by tests.</summary>
internal static class MadeFiles
{
    public static byte[] Pdf(int pages = 1, string text = "Ha Noi, ngay 05 thang 01 nam 2025")
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesBold);
        for (var page = 1; page <= pages; page++)
            builder.AddPage(PageSize.A4).AddText($"{text} {page}", 13, new PdfPoint(85, 700), font);
        return builder.Build();
    }

    /// <summary>A PDF of raw objects, numbered from 1; the first is the catalogue.</summary>
    public static byte[] RawPdf(params string[] objects) => RawPdf("", objects);

    public static byte[] RawPdf(string trailer, string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Root 1 0 R/Size {objects.Length + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public static byte[] Docx(Action<Body>? fill = null)
    {
        var bytes = new MemoryStream();
        using (var word = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            word.AddMainDocumentPart().Document = new Document(body);
            if (fill is null)
                body.Append(new Paragraph(new Run(new Text("Kế hoạch số 67/KH-UBND"))));
            fill?.Invoke(body);
        }

        return bytes.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The same container with one more entry.</summary>
    public static byte[] Added(byte[] container, string name, byte[] content)
    {
        var bytes = new MemoryStream();
        bytes.Write(container);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }

    public static byte[] Png(int width = 4, int height = 4)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest))
            zlib.Write(new byte[64]);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A TIFF of empty directories, one for each page.</summary>
    public static byte[] Tiff(int pages, ushort width = 1654, ushort height = 2339)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("II*\0"u8);
        writer.Write(8);
        for (var page = 1; page <= pages; page++)
        {
            writer.Write((ushort)2);
            Entry(writer, 256, width);
            Entry(writer, 257, height);
            writer.Write(page < pages ? (int)bytes.Length + 4 : 0);
        }

        return bytes.ToArray();
    }

    private static void Entry(BinaryWriter writer, ushort tag, ushort value)
    {
        writer.Write(tag);
        writer.Write((ushort)3);
        writer.Write(1);
        writer.Write(value);
        writer.Write((ushort)0);
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc32.HashToUInt32(named));
        return chunk;
    }
}
