using ArchiveFunctions.ReadingRoom;

namespace ArchiveFunctions.Tests.ReadingRoom;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=0-99", 0, 100)]
    [InlineData("bytes=10-", 10, 90)]
    [InlineData("bytes=10-1000", 10, 90)]
    [InlineData("bytes=-1", 99, 1)]
    [InlineData("bytes=-1000", 0, 100)]
    [InlineData("BYTES=5-6", 5, 2)]
    [InlineData("bytes=5-99999999999999999999999", 5, 95)]
    public void A_range_names_bytes_of_the_content(string header, long first, long length) =>
        Assert.Equal(new ByteRange.Part(first, length), ByteRange.Of(header, 100));

    [Theory]
    [InlineData("bytes=100-")]
    [InlineData("bytes=100-200")]
    [InlineData("bytes=-0")]
    [InlineData("bytes=99999999999999999999999-")]
    public void A_range_beyond_the_content_cannot_be_answered(string header) =>
        Assert.IsType<ByteRange.Unsatisfiable>(ByteRange.Of(header, 100));

    [Theory]
    [InlineData("bytes=0-")]
    [InlineData("bytes=-5")]
    public void No_range_of_an_empty_content_can_be_answered(string header) =>
        Assert.IsType<ByteRange.Unsatisfiable>(ByteRange.Of(header, 0));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bytes=")]
    [InlineData("bytes=-")]
    [InlineData("bytes=5-1")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=1-2-3")]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("lines=0-1")]
    public void What_is_no_single_range_of_bytes_is_answered_with_the_whole(string? header) =>
        Assert.IsType<ByteRange.Whole>(ByteRange.Of(header, 100));
}
