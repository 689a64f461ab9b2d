using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>A file or folder of a tar.</summary>
/// <param name="At">Where its bytes begin.</param>
internal sealed record TarMember(string Path, bool IsFolder, long At, long Size);

/// <summary>The entries of a tar, found by going from header to header.</summary>
internal static class TarDirectory
{
    /// <exception cref="PackageBrokenException">An entry is none that a package may have, or the tar ends too early.</exception>
    public static async Task<IReadOnlyList<TarMember>> ReadAsync(Stream stream, PackageLimits limits, CancellationToken stop)
    {
        var members = new List<TarMember>();
        var extension = new TarExtension();
        var (at, length, headers, total) = (0L, stream.Length, 0, 0UL);
        while (true)
        {
            // Two blocks of zeros end a tar; one is enough to know that nothing was cut off.
            if (at > length - TarHeader.Block)
                throw new PackageBrokenException(FindingCodes.Damaged, "", "cut off");
            var block = await stream.StretchAsync(at, TarHeader.Block, stop);
            if (block.AsSpan().IndexOfAnyExcept((byte)0) < 0)
                return members;
            if (++headers > limits.Entries * 3L || members.Count == limits.Entries)
                throw new PackageBrokenException(FindingCodes.PackageTooManyFiles, "", $"more than {limits.Entries}", $"{limits.Entries}");

            var header = TarHeader.Read(block);
            at += TarHeader.Block;
            if (TarExtension.Is(header))
            {
                await extension.AddAsync(header, stream, at, stop);
                at += TarHeader.Padded(header.Size);
                continue;
            }

            header = extension.Applied(header);
            if (header.Size > length - at)
                throw new PackageBrokenException(FindingCodes.Damaged, PackagePath.Shown(header.Name), "cut off");
            members.AddRange(Member(header, at));
            limits.Judge(total += (ulong)header.Size, length);
            at += TarHeader.Padded(header.Size);
            extension = new TarExtension();
        }
    }

    /// <summary>Nothing for the folder that the tar was made in, which is written as a dot.</summary>
    private static IEnumerable<TarMember> Member(TarHeader header, long at)
    {
        var folder = header.Kind == '5' || (header.Kind == '0' && header.Name.EndsWith('/'));
        if (!folder && header.Kind is not ('0' or '7'))
            throw new PackageBrokenException(header.Kind is >= '1' and <= '6' ? FindingCodes.PackageLink : FindingCodes.PackagePacking, PackagePath.Shown(header.Name), $"{header.Kind}");
        if (folder && header.Size > 0)
            throw new PackageBrokenException(FindingCodes.PackageContradictory, PackagePath.Shown(header.Name), $"{header.Size} bytes in a folder");

        var name = header.Name;
        while (name.StartsWith("./", StringComparison.Ordinal))
            name = name[2..];
        if (folder && name is "" or ".")
            return [];
        return [new(folder && name.EndsWith('/') && name.Length > 1 ? name[..^1] : name, folder, at, header.Size)];
    }
}
