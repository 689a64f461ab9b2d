using Archive.Description;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Tests.Catalogue;

namespace ArchiveFunctions.Tests.ReadingRoom;

/// <summary>A depositor's bytes run nothing in a reader's browser, whatever they are.</summary>
public sealed class ContentTypeTests
{
    /// <summary>What browsers show in a window of the site without running anything of it.</summary>
    private static readonly string[] Still = ["application/pdf", "image/png", "image/jpeg", "image/gif", "text/plain"];

    /// <summary>Those the archive tells by their signatures, and those a browser would run, draw or follow.</summary>
    [Theory]
    [InlineData("application/pdf")]
    [InlineData("text/plain")]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    [InlineData("image/gif")]
    [InlineData("image/tiff")]
    [InlineData("text/csv")]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/rtf")]
    [InlineData("application/msword")]
    [InlineData("application/vnd.ms-excel")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("application/vnd.oasis.opendocument.text")]
    [InlineData("application/zip")]
    [InlineData("video/mp4")]
    [InlineData("audio/mpeg")]
    [InlineData("text/x-shellscript")]
    [InlineData("application/xhtml+xml")]
    [InlineData("image/svg+xml")]
    [InlineData("multipart/related")]
    [InlineData("message/rfc822")]
    [InlineData("text/xml")]
    [InlineData("application/vnd.oasis.opendocument.text-flat-xml")]
    [InlineData("text/javascript")]
    [InlineData("text/vbscript")]
    [InlineData("application/x-shockwave-flash")]
    [InlineData("application/vnd.openxmlformats-officedocument.evil+XML")]
    public async Task Content_is_handed_over_with_every_right_taken_away(string mediaType)
    {
        var record = Shelf.Record("trang.html", Shelf.Finance, "01") is var made ? made with { Content = made.Content with { Format = new FormatIdentity("", "made", mediaType, FormatFamily.Unknown) } } : null!;

        var (response, _) = await Answers.Of(new ContentResult(record, 200));

        var isStill = Still.Contains(mediaType);
        Assert.Equal(isStill ? "inline" : "attachment", $"{response.Headers.ContentDisposition}".Split(';')[0]);
        Assert.StartsWith("sandbox; default-src 'none'", response.Headers.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Equal("same-origin", response.Headers["Cross-Origin-Resource-Policy"]);
        Assert.DoesNotMatch("(?i)html|svg|script|multipart|message|(^|[/+])xml$|flat-xml", response.ContentType);
        Assert.True(isStill || response.ContentType is "application/octet-stream" || response.ContentType == mediaType);
    }
}
