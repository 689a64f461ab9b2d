using System.Text;
using Archive.Description;

namespace ArchiveFunctions.Tests.Description;

public sealed class ImageReadingTests
{
    private static readonly FormatIdentity Tiff = new("fmt/353", "TIFF", "image/tiff", FormatFamily.Image);

    [Fact]
    public async Task Caption_creator_and_time_are_read_from_the_file_itself()
    {
        var reading = await Photograph("Cầu Long Biên, phía Gia Lâm", "Nguyễn Văn Ảnh", "2024:05:07 09:10:11").Read(Tiff);
        Assert.Equal(1, reading.PageCount);
        Assert.Equal(
            [(EmbeddedKind.Caption, "Cầu Long Biên, phía Gia Lâm"), (EmbeddedKind.Creator, "Nguyễn Văn Ảnh"), (EmbeddedKind.Taken, "2024-05-07")],
            reading.Properties.Select(property => (property.Kind, property.Value)));
    }

    [Fact]
    public async Task A_clock_that_was_never_set_says_nothing() =>
        Assert.DoesNotContain((await Photograph("x", "y", "0000:00:00 00:00:00").Read(Tiff)).Properties, property => property.Kind == EmbeddedKind.Taken);

    [Fact]
    public async Task Properties_that_cannot_be_read_are_a_finding()
    {
        var reading = await new byte[200].Read(Tiff);
        Assert.Empty(reading.Properties);
        Assert.Contains("D-307", reading.Codes());
        Assert.Contains(reading.Findings, finding => finding.Where.Contains("properties", StringComparison.Ordinal));
    }

    /// <summary>A TIFF of one pixel with what a camera writes: description, artist, and the time in an Exif directory of its own.</summary>
    private static byte[] Photograph(string caption, string artist, string taken)
    {
        var texts = new[] { caption, artist, taken }.Select(text => Encoding.UTF8.GetBytes(text + "\0")).ToArray();
        const int First = 8, Exif = First + 2 + (5 * 12) + 4, Values = Exif + 2 + 12 + 4;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(First);
        writer.Write((short)5);
        Tag(256, 4, 1, 1);
        Tag(257, 4, 1, 1);
        Tag(270, 2, texts[0].Length, Values);
        Tag(315, 2, texts[1].Length, Values + texts[0].Length);
        Tag(0x8769, 4, 1, Exif);
        writer.Write(0);
        writer.Write((short)1);
        Tag(0x9003, 2, texts[2].Length, Values + texts[0].Length + texts[1].Length);
        writer.Write(0);
        foreach (var text in texts)
            writer.Write(text);
        return file.ToArray();

        void Tag(int tag, short type, int count, int value)
        {
            writer.Write((short)tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }
    }
}
