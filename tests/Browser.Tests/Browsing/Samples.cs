using System.Security.Cryptography;
using Archive.Records;
using EmbeddedHost.Samples;
using Microsoft.Playwright;

namespace Browser.Tests.Browsing;

/// <summary>Where the sample records are.</summary>
internal static class Samples
{
    /// <summary>The page of a sample, named by its path below <c>tests/samples/records</c>: the first folder is its agency.</summary>
    public static string Page(string path) => $"/reading-room/records/{Id(path)}";

    /// <summary>The id of a sample's record.</summary>
    public static RecordId Id(string path) => RecordId.ForContent(AgencyCode.Parse(path[..path.IndexOf('/', StringComparison.Ordinal)]), Sha256Digest.Of(SHA256.HashData(Bytes(path))));

    /// <summary>One of the files that are refused (<c>tests/samples/refused</c>), under a name of its own.</summary>
    public static FilePayload Refused(string file, string name) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = File.ReadAllBytes(Path.Combine(SampleLoad.DefaultFolder!, "../refused", file)) };

    /// <summary>The document.</summary>
    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(SampleLoad.DefaultFolder!, path));
}
