using Archive.Records;

namespace Archive.Tests.Records;

public sealed class AgencyCodeTests
{
    [Theory]
    [InlineData("H26.05", "H26.05")]
    [InlineData("h26.05", "H26.05")]
    [InlineData("000.00.05.H26", "H26.05")]
    [InlineData("000.01.05.H26", "H26.05.01")]
    [InlineData("000.00.00.H26", "H26")]
    [InlineData("G09.01", "G09.01")]
    [InlineData("H49.64.33", "H49.64.33")]
    public void Both_orders_of_a_code_are_one_code(string written, string code)
    {
        Assert.True(AgencyCode.TryParse(written, out var parsed));
        Assert.Equal(code, parsed.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("05.26")]
    [InlineData("H26..05")]
    [InlineData("H26/05")]
    [InlineData("H26.05 ")]
    [InlineData("HÀ.26")]
    [InlineData("H26.0123456789012345678901234567890123")]
    public void What_cannot_be_a_code_is_not_one(string? written) => Assert.False(AgencyCode.TryParse(written, out _));
}
