using System.Security.Cryptography;

namespace Archive.Packages.Rules;

/// <summary>A type of digest METS may give of a file beside SHA-256, which is made of every one.</summary>
/// <param name="Type">By METS's name of it.</param>
/// <param name="Hash">By this runtime's.</param>
internal sealed record OtherDigest(string Type, HashAlgorithmName Hash)
{
    /// <summary>Those the archive can make. The rest of METS's list is out of use, or was never anybody's but its maker's.</summary>
    public static readonly IReadOnlyList<OtherDigest> All =
    [
        new("MD5", HashAlgorithmName.MD5), new("SHA-1", HashAlgorithmName.SHA1), new("SHA-384", HashAlgorithmName.SHA384),
        new("SHA-512", HashAlgorithmName.SHA512),
    ];
}
