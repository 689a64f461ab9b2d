using System.Security.Cryptography;

namespace Archive.Packages.Bags;

/// <summary>A checksum algorithm that this archive verifies bags with (RFC 8493, 2.4).</summary>
/// <param name="Name">As it stands in a manifest's file name.</param>
/// <param name="Hash">How it is computed.</param>
/// <param name="Bytes">How long its checksums are.</param>
/// <param name="IsStrong">Whether nobody can make two files of one checksum.</param>
internal sealed record BagAlgorithm(string Name, HashAlgorithmName Hash, int Bytes, bool IsStrong)
{
    public static readonly BagAlgorithm Sha256 = new("sha256", HashAlgorithmName.SHA256, 32, true);

    public static readonly BagAlgorithm Sha512 = new("sha512", HashAlgorithmName.SHA512, 64, true);

    /// <summary>SHA-224, which some bags of 0.97 have, is none the runtime computes.</summary>
    public static IReadOnlyList<BagAlgorithm> All { get; } =
    [
        new("md5", HashAlgorithmName.MD5, 16, false), new("sha1", HashAlgorithmName.SHA1, 20, false), Sha256, new("sha384", HashAlgorithmName.SHA384, 48, true), Sha512,
    ];

    /// <summary>By the name in a manifest's file name, whether or not it is spelled as it must be.</summary>
    public static BagAlgorithm? Find(string name) => All.FirstOrDefault(one => one.Name == Normalized(name));

    /// <summary>Lower case, letters and digits only.</summary>
    public static string Normalized(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
