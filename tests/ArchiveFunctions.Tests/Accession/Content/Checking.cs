using ArchiveFunctions.Accession.Content;

namespace ArchiveFunctions.Tests.Accession.Content;

/// <summary>Checks bytes as the pipeline does: with a window on each end.</summary>
internal static class Checking
{
    private const int Window = 64 << 10;

    public static Task<ContentVerdict> Check(this byte[] bytes, string name, ContentLimits? limits = null, TimeProvider? clock = null) =>
        new ContentCheck(clock ?? TimeProvider.System, limits ?? ContentLimits.Default with { Time = TimeSpan.FromMinutes(10) }).CheckAsync(
            _ => Task.FromResult<Stream>(new MemoryStream(bytes, writable: false)),
            bytes.AsMemory(0, Math.Min(Window, bytes.Length)),
            bytes.AsMemory(Math.Max(0, bytes.Length - Window)),
            bytes.Length,
            name,
            TestContext.Current.CancellationToken);

    public static async Task<IEnumerable<string>> Codes(this Task<ContentVerdict> verdict) => (await verdict).Findings.Select(finding => finding.Code);
}
