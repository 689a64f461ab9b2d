using System.Globalization;
using System.Security.Cryptography;
using IOPath = System.IO.Path;

namespace EmbeddedHost.Tests;

/// <summary>A folder of the test's own, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(IOPath.Combine(
        IOPath.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"embedded-{RandomNumberGenerator.GetHexString(12, lowercase: true)}"))).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
