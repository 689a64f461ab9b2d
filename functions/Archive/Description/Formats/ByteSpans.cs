namespace Archive.Description.Formats;

/// <summary>Byte patterns written as numbers, which the compiler would take for integers elsewhere.</summary>
internal static class ByteSpans
{
    /// <summary>Whether the bytes begin with the pattern.</summary>
    public static bool Begin(this ReadOnlySpan<byte> bytes, params ReadOnlySpan<byte> pattern) => bytes.StartsWith(pattern);

    /// <summary>Where the pattern first stands, or -1.</summary>
    public static int Find(this ReadOnlySpan<byte> bytes, params ReadOnlySpan<byte> pattern) => bytes.IndexOf(pattern);
}
