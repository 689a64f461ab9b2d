using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 2.3: tag files as texts.</summary>
internal static class TextRules
{
    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-2.3-1", "Each line of a text tag file is ended by LF, CR or CRLF.", facts => Texts(facts, text => !text.IsEnded, "no line end at the end", "LF, CR or CRLF")),
        Must("BAG-2.3-2", "A text tag file is text in the bag's encoding.", facts => Texts(facts, text => !text.IsDecoded, "other bytes", facts.Declaration.EncodingName ?? "UTF-8")),
        Must("BAG-2.3-3", "A text tag file has a byte-order mark only where its encoding needs one.", facts =>
            Texts(facts, text => text.HasMark && !text.MayHaveMark && text.Path != BagDeclaration.File, "byte-order mark", "none")),
        Must("BAG-2.3-4", "A text tag file has at most 200,000 lines, none longer than 65,536 letters, and all of them together are not out of all proportion; more is not read.", facts => Texts(facts, text => text.IsCut, "more", "less")),
    ];

    private static IEnumerable<Breach> Texts(BagFacts facts, Func<TagText, bool> broken, string found, string expected) =>
        facts.Texts.Where(broken).Select(text => new Breach(text.Path, "text", found, expected));
}
