using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Catalogue;

/// <summary>
/// Where a page starts, in a form that belongs to one query by callers of the same rights: the position, and the digest of both. It guards
/// against mistakes, not against forgery; it need not, because every page applies what its caller may see, whatever the position.
/// </summary>
internal static class PagePosition
{
    private const int DigestLength = 12;

    public static string Write(int skip, CatalogueQuery query)
    {
        Span<byte> position = stackalloc byte[sizeof(int) + DigestLength];
        BinaryPrimitives.WriteInt32BigEndian(position, skip);
        Digest(skip, query).CopyTo(position[sizeof(int)..]);
        return Base64Url.EncodeToString(position);
    }

    /// <summary>The position, or null when it is not one of this query.</summary>
    public static int? Read(string continuation, CatalogueQuery query)
    {
        Span<byte> position = stackalloc byte[sizeof(int) + DigestLength];
        if (!TryDecode(continuation, position))
            return null;

        var skip = BinaryPrimitives.ReadInt32BigEndian(position);
        return position[sizeof(int)..].SequenceEqual(Digest(skip, query)) ? skip : null;
    }

    private static bool TryDecode(string continuation, Span<byte> position) =>
        Base64Url.IsValid(continuation, out var length) && length == position.Length && Base64Url.DecodeFromChars(continuation, position) == position.Length;

    private static ReadOnlySpan<byte> Digest(int skip, CatalogueQuery query)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{skip}\n{query.Size}\n{query.Filter}\n{string.Join(',', query.OrderBy)}\n{query.Search}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, DigestLength);
    }
}
