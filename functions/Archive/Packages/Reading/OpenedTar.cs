namespace Archive.Packages.Reading;

/// <summary>A tar whose entries have been found. It reads one at a time.</summary>
/// <param name="stream">The tar.</param>
/// <param name="spool">What is disposed of with it; null where the tar is its owner's.</param>
internal sealed class OpenedTar(Stream stream, IReadOnlyList<TarMember> members, Stream? spool) : OpenedPackage(PackageEntries.Of(members.Select(member => (member.Path, member.IsFolder))))
{
    private readonly Dictionary<string, TarMember> contents = members.Where(member => !member.IsFolder).ToDictionary(member => member.Path, StringComparer.Ordinal);

    public override long Bytes { get; } = members.Sum(member => member.Size);

    public static async Task<OpenedTar> OpenAsync(Stream stream, Stream? spool, PackageLimits limits, CancellationToken stop) =>
        new(stream, await TarDirectory.ReadAsync(stream, limits, stop), spool);

    public override Task<Stream> OpenAsync(string path, CancellationToken stop)
    {
        var member = contents[path];
        return Task.FromResult<Stream>(new HeldStream(new Stretch(stream, member.At, member.Size), path, member.Size, null));
    }

    public override ValueTask DisposeAsync() => spool?.DisposeAsync() ?? ValueTask.CompletedTask;
}
