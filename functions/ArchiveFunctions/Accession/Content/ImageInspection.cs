using System.Globalization;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Description.Images;

namespace ArchiveFunctions.Accession.Content;

/// <summary>Whether an image's header can be read, it is whole, and of a size a page may have. Pixels are never unpacked.</summary>
internal sealed class ImageInspection(ContentLimits limits)
{
    /// <summary>The verdict on an image.</summary>
    public async Task<ContentVerdict> InspectAsync(CheckedFile file, FormatIdentity format, CancellationToken budget)
    {
        await using var stream = await file.Open(budget);
        if (await ImageHeader.ReadAsync(stream, file.Size, format.MediaType, budget) is not { Width: > 0, Height: > 0 } header)
            return file.Damaged(format, "no header");
        if (header.Width * header.Height > limits.Pixels)
            return file.With(format, FindingCodes.TooManyPixels, Number(header.Width), Number(header.Height));

        return IsWhole(file.Tail.Span, format.MediaType) ? CheckedFile.Sound(format) : file.Damaged(format, "no end mark");
    }

    /// <summary>Cameras and scanners write behind the end mark, so it is looked for, not expected at the very end.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> tail, string mediaType) => mediaType switch
    {
        "image/png" => tail.IndexOf("IEND"u8) >= 0,
        "image/jpeg" => tail.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0,
        "image/gif" => tail.Contains((byte)0x3B),
        _ => true,
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
