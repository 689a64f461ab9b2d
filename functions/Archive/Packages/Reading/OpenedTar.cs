namespace Archive.Packages.Reading;

/// <summary>A tar whose entries have been found. It reads one at a time.</summary>
internal sealed class OpenedTar : OpenedPackage
{
    private readonly Stream stream;
    private readonly Stream? spool;
    private readonly Dictionary<string, TarMember> contents;

    private OpenedTar(Stream stream, PackageEntries entries, IReadOnlyList<TarMember> members, Stream? spool)
        : base(entries)
    {
        (this.stream, this.spool) = (stream, spool);
        contents = members.Where(member => !member.IsFolder).ToDictionary(member => member.Path, StringComparer.Ordinal);
        Bytes = members.Sum(member => member.Size);
    }

    public override long Bytes { get; }

    /// <param name="stream">The tar.</param>
    /// <param name="spool">What is disposed of with it; null where the tar is its owner's.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="stop">Ends the opening.</param>
    public static async Task<OpenedTar> OpenAsync(Stream stream, Stream? spool, PackageLimits limits, CancellationToken stop)
    {
        var members = await TarDirectory.ReadAsync(stream, limits, stop);
        return new OpenedTar(stream, PackageEntries.Of(members.Select(member => (member.Path, member.IsFolder))), members, spool);
    }

    public override Task<Stream> OpenAsync(string path, CancellationToken stop)
    {
        var member = contents[path];
        return Task.FromResult<Stream>(new HeldStream(new Stretch(stream, member.At, member.Size), path, member.Size, null));
    }

    public override ValueTask DisposeAsync() => spool?.DisposeAsync() ?? ValueTask.CompletedTask;
}
