using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>The list of a ZIP's entries, read by this archive itself: a reader that makes objects of them comes after it has been judged.</summary>
internal static class ZipDirectory
{
    private const int Stored = 0;

    /// <summary>What this runtime unpacks: stored, Deflate, and the Deflate64 that Windows uses for entries above 2 GB.</summary>
    private static readonly int[] Methods = [Stored, 8, 9];

    /// <exception cref="PackageBrokenException">The list, or what stands at the entries, is not to be trusted.</exception>
    public static async Task<IReadOnlyList<ZipMember>> ReadAsync(Stream stream, PackageLimits limits, CancellationToken stop)
    {
        var end = await ZipDirectoryEnd.ReadAsync(stream, stop) ?? throw new PackageBrokenException(FindingCodes.Damaged, "", "no directory");
        if (end.Entries > (ulong)limits.Entries || end.Bytes > (ulong)limits.DirectoryBytes)
            throw new PackageBrokenException(FindingCodes.PackageTooManyFiles, "", $"{end.Entries}", $"{limits.Entries}");
        if (!end.IsLast || end.Offset + end.Bytes != (ulong)end.At)
            throw new PackageBrokenException(FindingCodes.PackageContradictory, "", "its directory does not end where the file does");

        var members = Members(await stream.StretchAsync((long)end.Offset, (int)end.Bytes, stop), (int)end.Entries);
        foreach (var member in members)
            Judge(member);
        JudgeSizes(members, stream.Length, limits);
        await ZipLocalHeader.JudgeAsync(stream, members, (long)end.Offset, stop);
        return members;
    }

    private static List<ZipMember> Members(ReadOnlyMemory<byte> directory, int count)
    {
        var members = new List<ZipMember>(count);
        while (members.Count < count)
        {
            var (member, length) = ZipMember.Read(members.Count, directory);
            members.Add(member);
            directory = directory[length..];
        }

        return directory.IsEmpty ? members : throw new PackageBrokenException(FindingCodes.PackageContradictory, "", "more entries than counted");
    }

    private static void Judge(ZipMember member)
    {
        var where = PackagePath.Shown(member.Path);
        if (member.IsEncrypted)
            throw new PackageBrokenException(FindingCodes.Encrypted, where);
        if (member.IsSpecial)
            throw new PackageBrokenException(FindingCodes.PackageLink, where);
        if (!Methods.Contains(member.Method))
            throw new PackageBrokenException(FindingCodes.PackagePacking, where, $"{member.Method}");
        if ((member.IsFolder && member.Size > 0) || (member.Method == Stored && member.Packed != member.Size))
            throw new PackageBrokenException(FindingCodes.PackageContradictory, where, $"{member.Packed} of {member.Size} bytes");
    }

    private static void JudgeSizes(List<ZipMember> members, long length, PackageLimits limits)
    {
        // After each one, so that sizes made to wrap around cannot.
        var total = 0UL;
        foreach (var member in members)
            limits.Judge(total += (ulong)member.Size, length);
    }
}
