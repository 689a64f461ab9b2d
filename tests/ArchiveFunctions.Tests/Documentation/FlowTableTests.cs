using System.Reflection;
using System.Text.RegularExpressions;
using ArchiveFunctions.Tests.Samples;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Tests.Documentation;

public sealed partial class FlowTableTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(SampleRecords.RepositoryRoot, "README.md"));

    [Fact]
    public void Every_function_stands_in_the_flow_table_and_no_other_does()
    {
        var functions = typeof(Wiring).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .ToList();
        var table = Readme[Readme.IndexOf("| function | trigger |", StringComparison.Ordinal)..];
        var named = Row().Matches(table[..table.IndexOf("\n\n", StringComparison.Ordinal)]).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(name => name.Groups[1].Value);
        Assert.NotEmpty(functions);
        Assert.Equal(functions.Order(), named.Order());
    }

    [GeneratedRegex(@"^\| (`[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z][A-Za-z]+)`")]
    private static partial Regex Name();
}
