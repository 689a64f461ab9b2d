using System.Security.Cryptography;
using Archive.Records;
using EmbeddedHost.Samples;

namespace Browser.Tests.Browsing;

/// <summary>Where the sample records are.</summary>
internal static class Samples
{
    /// <summary>The page of a sample, named by its path below <c>tests/samples/records</c>: the first folder is its agency.</summary>
    public static string Page(string path) => $"/reading-room/records/{Id(path)}";

    /// <summary>The id of a sample's record.</summary>
    public static RecordId Id(string path) => RecordId.ForContent(AgencyCode.Parse(path[..path.IndexOf('/', StringComparison.Ordinal)]), Sha256Digest.Of(SHA256.HashData(Bytes(path))));

    /// <summary>The document.</summary>
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(SampleLoad.DefaultFolder!, path));
}
