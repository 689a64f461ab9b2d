using Archive.Description;
using Archive.Packages.Rules;
using static Archive.Packages.Legacy.LegacyRules;

namespace Archive.Packages.Legacy;

/// <summary>What is read in one of several ways, or kept without being understood. Each says what was found.</summary>
internal static class LegacyTolerances
{
    public static readonly IReadOnlyList<FactRule<LegacyFacts>> All =
    [
        May("TTL15", "Fields are written with a capital: Title, not title.", facts =>
            from one in facts.Descriptions
            let small = one.Values.Keys.Where(name => char.IsLower(name[0])).ToArray()
            where small.Length > 0
            select In(one, "", string.Join(", ", small), "names with a capital")),
        May("TTL16", "A description names its document's file in an element (FileName).", facts =>
            from document in facts.Documents
            where document is { Description: not null, Join: LegacyJoin.SameName or LegacyJoin.ByCode, IsFirst: true }
            select new Breach(
                document.File.Path, "file", document.Join == LegacyJoin.SameName ? "the name of its metadata file" : "the name of its DocCode", "FileName")),
        May("TTL17", "A file is named by its path from the metadata file, or from the top.", facts =>
            from document in facts.Documents
            where document.Join == LegacyJoin.NamedOtherwise
            select In(document.Description!, "", string.Join(", ", document.Description!.Files), document.File.Path)),
        May("TTL18", "A retention is one that has a code: Vĩnh viễn, 70, 50, 30, 20 or 10 năm. Any other is 07, with its words kept beside it.", facts =>
            from one in facts.Descriptions
            let given = one.Value("Maintenance")
            where given is not null && given != "07" && LegacyFields.Maintenance(given) == "07"
            select In(one, "Maintenance", given!, "Vĩnh viễn, 70, 50, 30, 20, 10 năm")),
        Should("TTL19", "Rights, or Mode, are words the archive knows: Không hạn chế, Hạn chế.", facts =>
            from one in facts.Descriptions
            from name in new[] { "Rights", "Mode" }
            where one.Value(name) is { } given && LegacyFields.Mode(given) is null
            select In(one, name, one.Value(name)!, "Không hạn chế, Hạn chế")),
        May("TTL20", "Everything beside the metadata is a document. What is not, is kept with it.", facts =>
            facts.Joined.Beside.Select(path => new Breach(path, "file", "kept as it is", "a document"))),
    ];
}
