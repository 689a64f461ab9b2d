using System.Text.Json;

namespace Benchmarks.Archives;

/// <summary>A blob to be put into the inbox.</summary>
/// <param name="Name">Below the agency's folder.</param>
/// <param name="Open">Its bytes, seekable and of known length.</param>
internal sealed record Deposit(string Name, Func<Stream> Open)
{
    /// <summary>A blob of these bytes.</summary>
    public static Deposit Of(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false));

    /// <summary>The sidecar that goes beside it, which makes its record public.</summary>
    public Deposit Sidecar() => Of(
        $"{Name}.metadata.json", JsonSerializer.SerializeToUtf8Bytes(new { mode = "01", subject = $"Về việc nộp lưu tài liệu {Name}", typeName = "02" }));
}
