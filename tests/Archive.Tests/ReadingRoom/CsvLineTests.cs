using System.Text;
using Archive.ReadingRoom;
using CsCheck;

namespace Archive.Tests.ReadingRoom;

public sealed class CsvLineTests
{
    private static readonly Gen<string> Value = Gen.String[Gen.OneOf(Gen.Char["=+-@\t\r\n\",;' ＝ấ"], Gen.Char), 0, 20];

    [Fact]
    public void Whatever_stands_in_a_line_is_read_back_from_it() => Value.List[1, 11].Sample(values =>
        Read(CsvLine.Of(values)).Zip(values).All(pair => pair.First == pair.Second || pair.First == $"'{pair.Second}") && Read(CsvLine.Of(values)).Count == values.Count);

    [Fact]
    public void Whatever_stands_in_a_line_no_value_begins_a_formula() => Value.List[1, 11].Sample(values =>
        Read(CsvLine.Of(values)).All(value => value.TrimStart(' ') is not ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]));

    [Theory]
    [InlineData("=HYPERLINK(\"http://a.invalid\")", "\"'=HYPERLINK(\"\"http://a.invalid\"\")\"\r\n")]
    [InlineData("-1+2", "\"'-1+2\"\r\n")]
    [InlineData("  @SUM(A1)", "\"'  @SUM(A1)\"\r\n")]
    [InlineData("\t=1", "\"'\t=1\"\r\n")]
    [InlineData("Về việc \"bảo tồn\", phố cổ", "\"Về việc \"\"bảo tồn\"\", phố cổ\"\r\n")]
    [InlineData("12-KH = 3", "\"12-KH = 3\"\r\n")]
    [InlineData(null, "\"\"\r\n")]
    public void A_value_is_quoted_and_a_formula_disarmed(string? value, string line) => Assert.Equal(line, CsvLine.Of([value]));

    /// <summary>A reader of RFC 4180 that knows nothing of the writer.</summary>
    private static List<string> Read(string line)
    {
        Assert.EndsWith("\"\r\n", line, StringComparison.Ordinal);
        var values = new List<string>();
        var value = new StringBuilder();
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] != '"')
            {
                value.Append(line[i]);
            }
            else if (line[i + 1] == '"')
            {
                value.Append(line[i++]);
            }
            else
            {
                values.Add(value.ToString());
                value.Clear();
                i += 2;
            }
        }

        return values;
    }
}
