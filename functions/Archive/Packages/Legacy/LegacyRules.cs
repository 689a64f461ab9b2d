using Archive.Packages.Rules;
using Archive.Records;

namespace Archive.Packages.Legacy;

/// <summary>
/// What packages of TT 02/2019 are held to. Neither their structure nor what the circular requires could be verified: a MUST is only what a dossier cannot be
/// found, or a document not be taken, without.
/// </summary>
internal static class LegacyRules
{
    private static readonly string[][] OfDossier = [["Maintenance"], ["Rights", "Mode"], ["Language"], ["StartDate"], ["EndDate"], ["TotalDoc", "DocTotal"]];

    private static readonly string[][] OfDocument =
        [["DocCode"], ["DocOrdinal"], ["TypeName"], ["IssuedDate"], ["OrganName"], ["Subject"], ["Language"], ["PageAmount", "PageTotal", "NumberOfPage"]];

    private static readonly string[] Dates = ["StartDate", "EndDate", "IssuedDate", "PhotoTime", "RecordDate"];

    /// <summary>Every rule, in the order a package is read.</summary>
    public static IReadOnlyList<FactRule<LegacyFacts>> All { get; } =
    [
        Must("TTL1", "Every metadata file is well-formed XML without a DTD, no deeper than 64 levels and no larger than 16 MB.", facts =>
            facts.Unread.Select(file => new Breach(file.Path, "file", file.Fault, "XML that can be read"))),
        Must("TTL2", "One dossier is described, and once.", facts => facts switch
        {
            { Unread.Count: > 0 } => [],
            { Dossiers.Count: 0 } => [new Breach("", "package", "no dossier", "the description of one")],
            _ => facts.Dossiers.Skip(1).Select(other => In(other, "", other.FileCode ?? "another dossier", "one dossier")),
        }),
        Must("TTL3", "The dossier has a code: FileCode, or parts it is composed of.", facts =>
            facts.Dossier is { FileCode: null } dossier ? [In(dossier, LegacyNames.FileCode, "nothing", "a value")] : []),
        Should("TTL4", "A code that is not given whole has all its parts: Identifier, OrganId, FileCatalog, FileNotation.", facts =>
            from part in facts.Dossier is { FileCode: not null } whole && whole.Value(LegacyNames.FileCode) is null ? LegacyNames.CodeParts : []
            where facts.Dossier!.Value(part) is null
            select In(facts.Dossier!, part, "nothing", "a value")),
        Must("TTL5", "The dossier has a Title.", facts =>
            facts.Dossier is { } dossier && dossier.Value("Title") is null ? [In(dossier, "Title", "nothing", "a value")] : []),
        Must("TTL6", "Each document described is there: the file it names, or one of its metadata file's name or of its DocCode.", facts =>
            facts.Joined.Lost.Select(lost => In(lost.Description, "", lost.Name, "its file") with { Missing = lost.Name })),
        Should("TTL7", "No file is described twice.", facts =>
            facts.Joined.Twice.Select(twice => In(twice.Description, "", twice.Path, "described once"))),
        Should("TTL8", "Each document is described.", facts =>
            facts.Documents.Where(document => document.Description is null)
                .Select(document => new Breach(document.File.Path, "file", "no description", "a description"))),
        Should("TTL9", "The dossier has Maintenance, Rights, Language, StartDate, EndDate and the number of its documents.", facts =>
            facts.Dossier is { } dossier ? Missing(dossier, OfDossier) : []),
        Should("TTL10", "Each document has DocCode, DocOrdinal, TypeName, IssuedDate, OrganName, Subject, Language and PageAmount.", facts =>
            facts.Described.Where(one => one.Kind == DescriptionKind.Document).SelectMany(one => Missing(one, OfDocument))),
        Should("TTL11", "DocOrdinal is a number, and each document has its own.", facts =>
            facts.Described.Where(one => one.Value(LegacyNames.DocOrdinal) is not null && one.Ordinal is null)
                .Select(one => In(one, LegacyNames.DocOrdinal, one.Value(LegacyNames.DocOrdinal)!, "a number"))
                .Concat(facts.Described.Where(one => one.Ordinal is not null).GroupBy(one => one.Ordinal).SelectMany(same => same.Skip(1))
                    .Select(one => In(one, LegacyNames.DocOrdinal, $"{one.Ordinal}", "an ordinal of its own")))),
        Should("TTL12", "The dossier's totals are what was counted: documents, and pages where each document says how many it has.", facts =>
            facts.Dossier is { } dossier ? Totals(facts, dossier) : []),
        Should("TTL13", "A date exists: dd/MM/yyyy, MM/yyyy or yyyy; StartDate is not after EndDate.", facts => facts.Descriptions.SelectMany(BadDates)),
        Should("TTL14", "A document's dossier code is that of the dossier.", facts =>
            from one in facts.Dossier?.FileCode is null ? [] : facts.Described
            where one.FileCode is not null && one.FileCode != facts.Dossier!.FileCode
            select In(one, LegacyNames.FileCode, one.FileCode!, facts.Dossier!.FileCode!)),
        .. LegacyTolerances.All,
        Must("TTL21", "A value has at most 8,000 letters, and all that is described at most 64 million.", facts =>
            facts.Exceeded.Select(one => new Breach(one.Path, one.Where, one.Found, $"{LegacyBudget.LongestValue} letters, {LegacyBudget.Most} in all"))),
    ];

    internal static FactRule<LegacyFacts> Should(string id, string asks, Func<LegacyFacts, IEnumerable<Breach>> check) =>
        new(id, RuleLevel.Should, asks, check);

    internal static FactRule<LegacyFacts> May(string id, string asks, Func<LegacyFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.May, asks, check);

    /// <summary>A place in a description.</summary>
    internal static Breach In(LegacyDescription one, string field, string found, string expected) =>
        new(one.Path, field.Length == 0 ? one.Place : $"{one.Place}/{field}", found, expected);

    private static FactRule<LegacyFacts> Must(string id, string asks, Func<LegacyFacts, IEnumerable<Breach>> check) => new(id, RuleLevel.Must, asks, check);

    private static IEnumerable<Breach> Missing(LegacyDescription one, string[][] fields) =>
        fields.Where(names => !names.Any(name => one.Value(name) is not null)).Select(names => In(one, names[0], "nothing", "a value"));

    private static IEnumerable<Breach> Totals(LegacyFacts facts, LegacyDescription dossier)
    {
        if ((dossier.Value("TotalDoc") ?? dossier.Value("DocTotal")) is { } documents && documents.TrimStart('0') != $"{facts.Described.Count}".TrimStart('0'))
            yield return In(dossier, "TotalDoc", documents, $"{facts.Described.Count}");

        var pages = facts.Described.Select(one => int.TryParse(one.Value("PageAmount") ?? one.Value("PageTotal"), out var count) ? count : -1).ToArray();
        if ((dossier.Value("PageTotal") ?? dossier.Value("PageAmount") ?? dossier.Value("NumberOfPage")) is { } total
            && pages.All(count => count >= 0) && total.TrimStart('0') != $"{pages.Sum()}".TrimStart('0'))
            yield return In(dossier, "PageTotal", total, $"{pages.Sum()}");
    }

    private static IEnumerable<Breach> BadDates(LegacyDescription one)
    {
        foreach (var name in Dates.Where(name => one.Value(name) is not null && !PartialDate.TryParse(one.Value(name), out _)))
            yield return In(one, name, one.Value(name)!, "dd/MM/yyyy, MM/yyyy, yyyy");
        if (PartialDate.TryParse(one.Value("StartDate"), out var first)
            && PartialDate.TryParse(one.Value("EndDate"), out var last) && first.Earliest > last.Latest)
            yield return In(one, "StartDate", one.Value("StartDate")!, $"not after {one.Value("EndDate")}");
    }
}
