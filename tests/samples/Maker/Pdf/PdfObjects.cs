using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SampleMaker.Pdf;

/// <summary>The numbered objects of a PDF 1.7 file. Identifiers come from the content, so that the same content is the same file.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> objects = [];

    /// <summary>What is done to every stream last; encryption in one sample, nothing in all others.</summary>
    public Func<byte[], byte[]> Seal { get; init; } = content => content;

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        objects.Add([]);
        return objects.Count;
    }

    /// <summary>Writes an object under a number taken before.</summary>
    public void Write(int number, string body) => objects[number - 1] = Encoding.Latin1.GetBytes(body);

    /// <summary>Adds an object.</summary>
    public int Add(string body)
    {
        var number = Reserve();
        Write(number, body);
        return number;
    }

    /// <summary>Adds a stream, compressed.</summary>
    public int AddStream(byte[] content, string entries = "")
    {
        var packed = Deflate.Zlib(content);
        return AddRawStream(packed, string.Create(CultureInfo.InvariantCulture, $"{entries} /Filter /FlateDecode"));
    }

    /// <summary>Adds a stream whose bytes stand as they are.</summary>
    public int AddRawStream(byte[] content, string entries)
    {
        var sealedContent = Seal(content);
        objects.Add([
            .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {sealedContent.Length} >>\nstream\n")),
            .. sealedContent,
            .. "\nendstream"u8]);
        return objects.Count;
    }

    /// <summary>The file.</summary>
    /// <param name="root">The catalogue's number.</param>
    /// <param name="info">The information dictionary's number.</param>
    /// <param name="trailer">Further trailer entries.</param>
    public byte[] ToFile(int root, int info, string trailer = "")
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"u8);
        var offsets = objects.Select((body, i) => WriteObject(file, i + 1, body)).ToList();
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray())[..16]);
        var table = file.Length;

        var end = new StringBuilder().Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => end.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        end.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] {trailer}>>\nstartxref\n{table}\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(end.ToString()));
        return file.ToArray();
    }

    private static long WriteObject(MemoryStream file, int number, byte[] body)
    {
        var offset = file.Length;
        file.Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n")));
        file.Write(body);
        file.Write("\nendobj\n"u8);
        return offset;
    }
}
