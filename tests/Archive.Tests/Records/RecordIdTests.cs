using System.Security.Cryptography;
using Archive.Records;
using CsCheck;

namespace Archive.Tests.Records;

public sealed class RecordIdTests
{
    private static readonly AgencyCode Agency = AgencyCode.Parse("H26.01");

    [Fact]
    public void The_same_bytes_of_the_same_agency_are_one_record() => Gen.Byte.Array.Sample(bytes =>
    {
        var digest = Sha256Digest.Of(SHA256.HashData(bytes));
        var id = RecordId.ForContent(Agency, digest);
        Assert.Equal(id, RecordId.ForContent(Agency, digest));
        Assert.NotEqual(id, RecordId.ForContent(AgencyCode.Parse("H26.02"), digest));
        Assert.Equal(id, RecordId.Parse(id.Value));
        Assert.Equal(27, id.Value.Length);
    });

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("r123")]
    [InlineData("r0123456789abcdefghjkmnpqil")]
    [InlineData("u0123456789abcdefghjkmnpqrs")]
    [InlineData("r0123456789ABCDEFGHJKMNPQRS")]
    public void What_is_no_id_is_not_read(string? text) => Assert.False(RecordId.TryParse(text, out _));

    [Fact]
    public void The_id_of_an_upload_goes_by_its_folder_and_name()
    {
        Assert.Equal(RecordId.ForUpload(Agency, "a/b.pdf"), RecordId.ForUpload(AgencyCode.Parse("000.00.01.H26"), "a/b.pdf"));
        Assert.NotEqual(RecordId.ForUpload(Agency, "a/b.pdf"), RecordId.ForUpload(Agency, "a/B.pdf"));
        Assert.NotEqual(RecordId.ForStranger("x", "y/z"), RecordId.ForStranger("x/y", "z"));
    }
}
