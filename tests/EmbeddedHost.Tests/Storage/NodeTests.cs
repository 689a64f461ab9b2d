using EmbeddedHost.Storage;

namespace EmbeddedHost.Tests.Storage;

public sealed class NodeTests
{
    [Theory]
    [InlineData("v20.20.2\n", 20)]
    [InlineData("v8.1.0", 8)]
    [InlineData("20.1.0", null)]
    [InlineData("", null)]
    public void The_major_version_is_read_off_what_node_says(string said, int? major) => Assert.Equal(major, Node.Major(said));
}
