using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 2 to 2.1.2: the folder, the declaration, the payload's folder.</summary>
internal static class DeclarationRules
{
    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-2-1", "An archive file holds one bag and nothing beside it.", facts => facts.Beside.Select(path => new Breach(path, "top", "beside the bag", "nothing"))),
        Must("BAG-2.1.1-1", "The bag has bagit.txt.", facts => facts.Declaration.Lines is null ? [In("nothing", BagDeclaration.File)] : []),
        Must("BAG-2.1.1-2", "bagit.txt is exactly two lines: BagIt-Version: M.N, and Tag-File-Character-Encoding: with an encoding.", facts =>
            facts.Declaration.Lines is { } lines && !facts.Declaration.IsWhole ? [In(string.Join(" / ", lines), "BagIt-Version: 1.0 / Tag-File-Character-Encoding: UTF-8")] : []),
        Must("BAG-2.1.1-3", "The version is 0.97 or 1.0.", facts =>
            facts.Declaration.Version is { } version && version != Specification.Bag097.Version && version != Specification.Bag10.Version ? [In(version, "0.97 or 1.0")] : []),
        Must("BAG-2.1.1-4", "The encoding is a registered one that the archive can read.", facts =>
            facts.Declaration is { Encoding: null, EncodingName: { } name } ? [In(name, "UTF-8")] : []),
        Should("BAG-2.1.1-5", "The encoding is UTF-8.", facts =>
            facts.Declaration is { Encoding: not null, EncodingName: { } name } && !name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) ? [In(name, "UTF-8")] : []),
        Must("BAG-2.1.1-6", "bagit.txt is UTF-8 without a byte-order mark.", facts =>
            facts.Texts.Any(text => text.Path == BagDeclaration.File && text.HasMark) ? [In("byte-order mark", "none")] : []),
        Must("BAG-2.1.2-1", "The bag has the folder data.", facts =>
            facts.Payload.Any() || facts.EmptyFolders.Any(folder => $"{folder}/".StartsWith(BagPath.Payload, StringComparison.Ordinal))
                ? [] : [new Breach("data", "folder", "nothing", "data")]),
    ];

    private static Breach In(string found, string expected) => new(BagDeclaration.File, "file", found, expected);
}
