using Archive.Description;
using Archive.ReadingRoom.Requests;

namespace Archive.ReadingRoom.Deliveries;

/// <summary>How what was asked for is made of a record's content.</summary>
public abstract record CopyForm
{
    private CopyForm()
    {
    }

    /// <summary>The PDF with the archive's marks on its pages.</summary>
    public sealed record MarkedPages : CopyForm;

    /// <summary>A picture on a page, with the archive's marks.</summary>
    public sealed record PictureOnPage : CopyForm;

    /// <summary>The content as it is kept: sound and film bear no marks (TT 05/2025 Đ40).</summary>
    public sealed record AsKept : CopyForm;

    /// <summary>
    /// The content as it is kept, and beside it a sheet that bears the marks and names the content by its digest: what has no pages of its own would be
    /// another document if it were made into pages.
    /// </summary>
    public sealed record WithSheet : CopyForm;

    /// <summary>A dissemination package with the content byte for byte, and the authentication file beside it (Đ42).</summary>
    public sealed record Package : CopyForm;

    /// <summary>It cannot be made.</summary>
    public sealed record Impossible(CopyObstacle Obstacle) : CopyForm;

    /// <summary>The form for a product and a format.</summary>
    public static CopyForm Of(CopyProduct product, FormatIdentity format) => (product, format.Family) switch
    {
        (CopyProduct.DisseminationPackage, _) => new Package(),
        (_, FormatFamily.Pdf) => new MarkedPages(),
        (_, FormatFamily.Image) when format.MediaType is "image/jpeg" or "image/png" => new PictureOnPage(),
        (CopyProduct.ReadingCopy or CopyProduct.UnauthenticatedCopy, FormatFamily.Audio or FormatFamily.Video) => new AsKept(),
        (CopyProduct.ReadingCopy, _) => new Impossible(CopyObstacle.NotShowable),
        _ => new WithSheet(),
    };
}
