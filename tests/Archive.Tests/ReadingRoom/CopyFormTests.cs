using Archive.Description;
using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;

namespace Archive.Tests.ReadingRoom;

public sealed class CopyFormTests
{
    [Theory]
    [InlineData(CopyProduct.ReadingCopy, FormatFamily.Pdf, "application/pdf", typeof(CopyForm.MarkedPages))]
    [InlineData(CopyProduct.AuthenticatedCopy, FormatFamily.Pdf, "application/pdf", typeof(CopyForm.MarkedPages))]
    [InlineData(CopyProduct.DisseminationPackage, FormatFamily.Pdf, "application/pdf", typeof(CopyForm.Package))]
    [InlineData(CopyProduct.ReadingCopy, FormatFamily.Image, "image/png", typeof(CopyForm.PictureOnPage))]
    [InlineData(CopyProduct.ReadingCopy, FormatFamily.Image, "image/tiff", typeof(CopyForm.Impossible))]
    [InlineData(CopyProduct.UnauthenticatedCopy, FormatFamily.Image, "image/tiff", typeof(CopyForm.WithSheet))]
    [InlineData(CopyProduct.ReadingCopy, FormatFamily.Video, "video/mp4", typeof(CopyForm.AsKept))]
    [InlineData(CopyProduct.UnauthenticatedCopy, FormatFamily.Audio, "audio/mpeg", typeof(CopyForm.AsKept))]
    [InlineData(CopyProduct.AuthenticatedCopy, FormatFamily.Audio, "audio/mpeg", typeof(CopyForm.WithSheet))]
    [InlineData(CopyProduct.ReadingCopy, FormatFamily.WordDocument, "application/msword", typeof(CopyForm.Impossible))]
    [InlineData(CopyProduct.AuthenticatedCopy, FormatFamily.Text, "text/plain", typeof(CopyForm.WithSheet))]
    public void What_was_asked_for_is_made_by_product_and_format(CopyProduct product, FormatFamily family, string mediaType, Type form) =>
        Assert.IsType(form, CopyForm.Of(product, FormatIdentity.Unknown with { Family = family, MediaType = mediaType }));

    [Fact]
    public void The_latest_policy_begun_is_in_force_and_the_circulars_where_none_has()
    {
        DeliveryPolicy[] policies = [DeliveryPolicy.Circular5 with { Id = "next", InForceFrom = new DateOnly(2027, 1, 1), UseDays = 30 }];
        Assert.Equal((15, 5), (DeliveryPolicy.InForce(policies, new DateOnly(2026, 12, 31)).UseDays, DeliveryPolicy.Circular5.KeptDays));
        Assert.Equal("next", DeliveryPolicy.InForce(policies, new DateOnly(2027, 1, 1)).Id);
    }
}
