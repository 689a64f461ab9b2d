using System.Buffers.Binary;
using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>What stands before an entry's content must say what the directory says: readers differ in which of the two they believe.</summary>
internal static class ZipLocalHeader
{
    private const int Fixed = 30;

    /// <exception cref="PackageBrokenException">An entry is not what the directory says, or shares bytes with another.</exception>
    public static async Task JudgeAsync(Stream stream, IReadOnlyList<ZipMember> members, long directory, CancellationToken stop)
    {
        long free = 0;
        foreach (var member in members.OrderBy(member => member.Offset))
        {
            var where = PackagePath.Shown(member.Path);
            if (member.Offset < free)
                throw new PackageBrokenException(FindingCodes.PackageContradictory, where, "shares its bytes with another entry");
            if (member.Offset > directory - Fixed)
                throw new PackageBrokenException(FindingCodes.Damaged, where, "lies outside the file");

            var length = await JudgeAsync(stream, member, stop);
            if (member.Packed > directory - member.Offset - length)
                throw new PackageBrokenException(FindingCodes.PackageContradictory, where, "reaches into the directory");
            free = member.Offset + length + member.Packed;
        }
    }

    /// <summary>Compares one, and says how long its header is.</summary>
    private static async Task<int> JudgeAsync(Stream stream, ZipMember member, CancellationToken stop)
    {
        var header = await stream.StretchAsync(member.Offset, Fixed, stop);
        if (!header.AsSpan().StartsWith("PK\x03\x04"u8))
            throw new PackageBrokenException(FindingCodes.Damaged, PackagePath.Shown(member.Path), "no entry where it is said to be");

        int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));
        long Long(int at) => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at));
        var (nameLength, extraLength) = (Short(26), Short(28));
        var rest = await stream.StretchAsync(member.Offset + Fixed, nameLength + extraLength, stop);
        var (size, packed, _) = ZipMember.Large(rest.AsSpan(nameLength), Long(22), Long(18), 0);
        var described = !member.IsDescribedAfter || (size, packed, Long(14)) != (0, 0, 0);
        var fault = !rest.AsSpan(0, nameLength).SequenceEqual(member.RawName.Span) ? "name"
            : (Short(6) & ~0x6) != (member.Flags & ~0x6) ? "flags"
            : Short(8) != member.Method ? "method"
            : described && Long(14) != member.Checksum ? "checksum"
            : described && (size, packed) != (member.Size, member.Packed) ? "size"
            : null;
        return fault is null
            ? Fixed + nameLength + extraLength
            : throw new PackageBrokenException(FindingCodes.PackageContradictory, PackagePath.Shown(member.Path), fault);
    }
}
