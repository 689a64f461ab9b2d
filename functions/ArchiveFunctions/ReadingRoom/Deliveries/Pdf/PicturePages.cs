using Archive.ReadingRoom.Deliveries;
using ArchiveFunctions.Description;
using ArchiveFunctions.Description.Images;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>A picture on a page of A4, upright or lying as it is itself, with room for the marks around it.</summary>
internal static class PicturePages
{
    /// <summary>Bytes of a picture that are taken into memory.</summary>
    public const int Most = 64 << 20;

    /// <summary>A PNG is unpacked to be set, at four bytes a point.</summary>
    private const long MostPoints = 60_000_000;

    private const double Edge = 50;

    /// <summary>Sets the page; otherwise says why there is none.</summary>
    public static async Task<(byte[]? Page, CopyObstacle? Obstacle)> Set(byte[] picture, string mediaType, CancellationToken budget)
    {
        using var bytes = new MemoryStream(picture, writable: false);
        var size = await ImageHeader.ReadAsync(bytes, picture.Length, mediaType, budget);
        if (size is not { Width: > 0, Height: > 0 })
            return (null, CopyObstacle.Unsound);
        if (mediaType == "image/png" && size.Width * size.Height > MostPoints)
            return (null, CopyObstacle.TooLarge);
        return await AbandonableWork.Shared.RunAsync(_ => Try(picture, mediaType, size), budget);
    }

    private static (byte[]?, CopyObstacle?) Try(byte[] picture, string mediaType, ImageHeader size)
    {
        try
        {
            using var builder = new PdfDocumentBuilder();
            var page = builder.AddPage(PageSize.A4, size.Width <= size.Height);
            var place = Fit(page, size.Width, size.Height);
            if (mediaType == "image/png")
                page.AddPng(picture, place);
            else
                page.AddJpeg(picture, place);
            return (builder.Build(), null);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The library throws what it likes at broken pictures, and it reads nothing but memory.
            return (null, CopyObstacle.Unsound);
        }
    }

    private static PdfRectangle Fit(PdfPageBuilder page, double width, double height)
    {
        var (across, up) = (page.PageSize.Width - (2 * Edge), page.PageSize.Height - (2 * Edge));
        var scale = Math.Min(across / width, up / height);
        var (x, y) = (Edge + ((across - (width * scale)) / 2), Edge + ((up - (height * scale)) / 2));
        return new PdfRectangle(x, y, x + (width * scale), y + (height * scale));
    }
}
