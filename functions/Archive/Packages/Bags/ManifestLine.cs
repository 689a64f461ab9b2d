using System.Buffers;

namespace Archive.Packages.Bags;

/// <summary>A line of a manifest: hexadecimal digits, spaces or tabs, and a path (RFC 8493, 2.1.3).</summary>
internal sealed record ManifestLine(byte[] Checksum, string Written, bool IsStarred)
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly char[] Space = [' ', '\t'];

    /// <summary>Null where it is none, or its checksum is not as long as the algorithm's are.</summary>
    public static ManifestLine? Read(string text, BagAlgorithm? algorithm)
    {
        var end = text.IndexOfAny(Space);
        if (end <= 0)
            return null;

        var digits = text.AsSpan(0, end);
        var path = text[end..].TrimStart(Space);
        var isStarred = path.StartsWith('*');
        if (isStarred)
            path = path[1..];
        if (path.Length == 0 || digits.Length % 2 != 0 || digits.ContainsAnyExcept(Hexadecimal) || (algorithm is not null && digits.Length != algorithm.Bytes * 2))
            return null;
        return new ManifestLine(Convert.FromHexString(digits), path, isStarred);
    }
}
