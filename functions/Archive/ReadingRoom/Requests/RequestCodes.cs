using System.Collections.Frozen;

namespace Archive.ReadingRoom.Requests;

/// <summary>The code lists of a request, as the request metadata of a DIP has them (TT 05/2025). Their words stand in the resource files.</summary>
public static class RequestCodes
{
    /// <summary><c>purpose</c>: 01 cá nhân, 02 công vụ, 03 công vụ đặc biệt.</summary>
    public static readonly IReadOnlyList<string> Purposes = ["01", "02", "03"];

    /// <summary>
    /// <c>feeObjectType</c>: 01 students, 02 relatives of martyrs, 03 the war-wounded, 04 members of the resistance, 05 who helped the revolution, 06 who
    /// keep a martyr's altar, 07 pensioners, 08 who lost their working strength, 09 the occupationally ill, 10 others.
    /// </summary>
    public static readonly IReadOnlyList<string> FeeObjectTypes = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];

    private static readonly FrozenSet<string> KnownPurposes = Purposes.ToFrozenSet();
    private static readonly FrozenSet<string> KnownTypes = FeeObjectTypes.ToFrozenSet();

    /// <summary>Whether a text is a purpose.</summary>
    public static bool IsPurpose(string? code) => code is not null && KnownPurposes.Contains(code);

    /// <summary>Whether a text is a group of readers.</summary>
    public static bool IsFeeObjectType(string? code) => code is not null && KnownTypes.Contains(code);
}
