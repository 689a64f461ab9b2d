using System.Globalization;
using System.Text;

namespace Archive.Tests.Packages.Reading;

/// <summary>A tar written block by block.</summary>
internal sealed class RawTar
{
    private readonly MemoryStream bytes = new();

    public static byte[] Of(params (string Name, string Content)[] files)
    {
        var tar = new RawTar();
        foreach (var (name, content) in files)
            tar.Add(name, Encoding.UTF8.GetBytes(content));
        return tar.Ended();
    }

    /// <param name="size">Where it is not the content's.</param>
    public RawTar Add(string name, byte[] content, char kind = '0', long? size = null, string prefix = "", bool large = false, int checksum = 0)
    {
        var block = new byte[512];
        Encoding.UTF8.GetBytes(name).AsSpan().CopyTo(block);
        Encoding.ASCII.GetBytes("0000644\0").CopyTo(block, 100);
        Size(size ?? content.Length, large).CopyTo(block, 124);
        block[156] = (byte)kind;
        Encoding.ASCII.GetBytes("ustar\000").CopyTo(block, 257);
        Encoding.UTF8.GetBytes(prefix).CopyTo(block, 345);
        block.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes($"{Convert.ToString(block.Sum(one => one) + checksum, 8).PadLeft(6, '0')}\0 ").CopyTo(block, 148);
        bytes.Write(block);
        bytes.Write(content);
        bytes.Write(new byte[(512 - (content.Length % 512)) % 512]);
        return this;
    }

    public RawTar Pax(string key, string value, char kind = 'x')
    {
        var record = Encoding.UTF8.GetBytes($" {key}={value}\n");
        var length = record.Length + 2;
        length = record.Length + length.ToString(CultureInfo.InvariantCulture).Length;
        return Add("pax", [.. Encoding.ASCII.GetBytes(length.ToString(CultureInfo.InvariantCulture)), .. record], kind);
    }

    public byte[] Ended()
    {
        bytes.Write(new byte[1024]);
        return bytes.ToArray();
    }

    /// <summary>Without the blocks that end it.</summary>
    public byte[] Unended() => bytes.ToArray();

    private static byte[] Size(long size, bool large)
    {
        if (!large)
            return Encoding.ASCII.GetBytes(Convert.ToString(size, 8).PadLeft(11, '0') + "\0");
        byte[] field = [0x80, 0, 0, 0, .. BitConverter.GetBytes(size).Reverse()];
        return field;
    }
}
