using Archive.Records;
using CsCheck;

namespace Archive.Tests.Records;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("05/01/2020", "05/01/2020", "2020-01-05", "2020-01-05")]
    [InlineData("2020/01/05", "05/01/2020", "2020-01-05", "2020-01-05")]
    [InlineData("2020-01-05", "05/01/2020", "2020-01-05", "2020-01-05")]
    [InlineData("5/1/2020", "05/01/2020", "2020-01-05", "2020-01-05")]
    [InlineData("02/2024", "02/2024", "2024-02-01", "2024-02-29")]
    [InlineData("1998", "1998", "1998-01-01", "1998-12-31")]
    public void A_date_keeps_the_parts_it_was_given_and_no_more(string given, string written, string earliest, string latest)
    {
        var date = PartialDate.Parse(given);
        Assert.Equal(written, date.ToString());
        Assert.Equal(DateOnly.Parse(earliest, System.Globalization.CultureInfo.InvariantCulture), date.Earliest);
        Assert.Equal(DateOnly.Parse(latest, System.Globalization.CultureInfo.InvariantCulture), date.Latest);
    }

    [Theory]
    [InlineData("29/02/2023")]
    [InlineData("31/04/2020")]
    [InlineData("13/2020")]
    [InlineData("00/00/2020")]
    [InlineData("98")]
    [InlineData("05/01/20")]
    [InlineData("2020/01/05/01")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("٠٥/٠١/٢٠٢٠")]
    public void A_date_that_does_not_exist_is_not_read(string? given) => Assert.False(PartialDate.TryParse(given, out _));

    [Fact]
    public void Every_day_is_written_and_read_as_itself() => Gen.Date.Where(date => date.Year is >= 1000 and <= 9999).Sample(date =>
    {
        var day = PartialDate.On(DateOnly.FromDateTime(date));
        Assert.Equal(day, PartialDate.Parse(day.ToString()));
        Assert.Equal(day.Earliest, day.Latest);
    });
}
