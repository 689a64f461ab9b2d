using EmbeddedHost.Hosting;

namespace EmbeddedHost.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_the_documented_defaults_hold()
    {
        var options = Run();
        Assert.Equal((7071, 10_000, null, true), (options.Port, options.StoragePort, options.Data, options.Samples));
    }

    [Fact]
    public void Every_option_is_read()
    {
        var options = Run("--port", "8080", "--storage-port", "20000", "--data", "somewhere", "--no-samples");
        Assert.Equal((8080, 20_000, "somewhere", false), (options.Port, options.StoragePort, options.Data, options.Samples));
    }

    [Theory]
    [InlineData("2029-11-22", "2029-11-21T23:00:00Z")]
    [InlineData("2020-01-01", "2019-12-31T23:00:00Z")]
    [InlineData("+3y", "2027-02-27T23:00:00Z")]
    [InlineData("+1000d", "2026-11-24T23:00:00Z")]
    public void The_clock_starts_in_the_morning_of_a_day_named_or_counted_from_today(string asked, string shown)
    {
        var now = new DateTimeOffset(2024, 2, 29, 10, 30, 15, TimeSpan.Zero);
        Assert.Equal(DateTimeOffset.Parse(shown, System.Globalization.CultureInfo.InvariantCulture), now + Run("--clock", asked).Clock!.Ahead(now));
    }

    [Fact]
    public void Port_zero_means_any_free_one() => Assert.Equal((0, 0), (Run("--port", "0", "--storage-port", "0").Port, Run("--storage-port", "0").StoragePort));

    [Fact]
    public void The_last_of_two_options_counts() => Assert.True(Run("--no-samples", "--samples").Samples);

    [Theory]
    [InlineData("--help")]
    [InlineData("--port", "1", "-h")]
    [InlineData("verify-receipt", "--help")]
    public void Help_wins(params string[] args) => Assert.IsType<CommandLine.Help>(CommandLine.Parse(args));

    [Fact]
    public void Help_names_every_option() => Assert.All(
        ["--port", "--storage-port", "--data", "--samples", "--no-samples", "--clock", "--help", "--key", "--package", "--previous", "--print"],
        option => Assert.Contains($"  {option} ", CommandLine.Usage, StringComparison.Ordinal));

    [Theory]
    [InlineData("Unknown option --sample", "--sample")]
    [InlineData("Unknown argument 'serve'", "serve")]
    [InlineData("--port wants a number", "--port")]
    [InlineData("--port wants a number", "--port", "http")]
    [InlineData("--port wants a number", "--port", "-1")]
    [InlineData("--port wants a number", "--port", "65536")]
    [InlineData("--storage-port wants a number from 0 to 65533", "--storage-port", "65534")]
    [InlineData("--data wants a folder", "--data", "--samples")]
    [InlineData("--clock wants a day", "--clock")]
    [InlineData("--clock wants a day", "--clock", "22/11/2029")]
    [InlineData("--clock wants a day", "--clock", "2029-02-29")]
    [InlineData("--clock wants a day", "--clock", "9999-12-31")]
    [InlineData("--clock wants a day", "--clock", "+3")]
    [InlineData("--clock wants a day", "--clock", "-3y")]
    [InlineData("--clock wants a day", "--clock", "+101y")]
    [InlineData("one of the three storage ports", "--port", "10002")]
    [InlineData("verify-receipt wants a file", "verify-receipt")]
    [InlineData("--key wants a file", "verify-receipt", "000001.json", "--key")]
    [InlineData("--package wants a folder", "verify-receipt", "--package", "--print")]
    [InlineData("Unknown option --port", "verify-receipt", "000001.json", "--port")]
    [InlineData("One receipt at a time", "verify-receipt", "000001.json", "000002.json")]
    public void What_cannot_be_understood_is_one_line_that_says_why(string why, params string[] args)
    {
        var mistake = Assert.IsType<CommandLine.Mistake>(CommandLine.Parse(args));
        Assert.Contains(why, mistake.Line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake.Line);
    }

    [Fact]
    public void Checking_a_receipt_takes_several_keys()
    {
        var options = Assert.IsType<CommandLine.VerifyReceipt>(
            CommandLine.Parse("verify-receipt", "--key", "a.pem", "000002.json", "--key", "b.jwk", "--package", "aip", "--previous", "000001.json", "--print")).Options;
        Assert.Equal(("000002.json", "aip", "000001.json", true), (options.File, options.Package, options.Previous, options.Print));
        Assert.Equal(["a.pem", "b.jwk"], options.Keys);
    }

    private static HostOptions Run(params string[] args) => Assert.IsType<CommandLine.Run>(CommandLine.Parse(args)).Options;
}
