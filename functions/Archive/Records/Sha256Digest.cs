using System.Buffers;

namespace Archive.Records;

/// <summary>A SHA-256 digest, 64 lower-case hexadecimal letters (TT 05/2025 names SHA-256 for every package).</summary>
public readonly record struct Sha256Digest
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private Sha256Digest(string value) => Value = value;

    /// <summary>The digest in lower-case hexadecimal.</summary>
    public string Value { get; }

    /// <summary>The digest of 32 bytes.</summary>
    public static Sha256Digest Of(ReadOnlySpan<byte> hash) =>
        hash.Length == 32 ? new(Convert.ToHexStringLower(hash)) : throw new ArgumentException("A SHA-256 hash has 32 bytes.", nameof(hash));

    /// <summary>Reads a digest in either case; depositors write both.</summary>
    public static bool TryParse(string? text, out Sha256Digest digest)
    {
        var trimmed = text?.Trim().ToLowerInvariant();
        var sound = trimmed is { Length: 64 } && !trimmed.AsSpan().ContainsAnyExcept(Hexadecimal);
        digest = sound ? new Sha256Digest(trimmed!) : default;
        return sound;
    }

    /// <summary>Reads a digest out of the archive's own rows.</summary>
    public static Sha256Digest Parse(string text) => TryParse(text, out var digest) ? digest : throw new FormatException($"'{text}' is not a SHA-256 digest.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
