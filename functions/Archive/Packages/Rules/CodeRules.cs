using System.Globalization;
using Archive.Description;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What TT 05/2025/TT-BNV asks of the descriptions of a submission package together: codes, ordinals, totals.</summary>
internal static class CodeRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("TTC1", "A document's docCode is its dossier's fileCode and a seven-digit ordinal.", facts =>
            from description in Documents(facts)
            let code = description.Field(Field.DocCode)
            where facts.Dossier?.Field(Field.FileCode) is { } file && code is not null && !IsOf(code, file) && !DiffersInYear(code, file)
            select new Breach(description.Path, Field.DocCode, code, $"{facts.Dossier!.Field(Field.FileCode)}.0000001")),
        Must("TTC2", "No two documents have one docCode.", facts =>
            from code in Documents(facts).Where(description => description.Field(Field.DocCode) is not null).GroupBy(description => description.Field(Field.DocCode))
            where code.Skip(1).Any()
            select new Breach(code.Last().Path, Field.DocCode, code.Key!, "a code used once")),
        Should("TTC3", "The ordinals rise from 1 without a gap, in the order of the documents.", Ordinals),
        Should("TTC4", "docId is fileCode and the ordinal, and the document's file is named by it.", facts =>
        {
            var described = facts.Descriptions.DistinctBy(description => description.Path).ToDictionary(description => description.Path);
            return from entry in facts.Entries
                   let docId = described.GetValueOrDefault(entry.DescriptionPath ?? "")?.Field(Field.DocId)
                   where docId is not null && !Name(entry.Path).StartsWith(docId + ".", StringComparison.Ordinal)
                   select new Breach(entry.Path, "name", Name(entry.Path), docId);
        }),
        Must("TTC5", "totalDoc is the number of documents, attachments aside.", facts =>
            facts.Dossier is { } dossier && Number(dossier.Field("totalDoc")) is { } total && total != Count(facts)
                ? [new Breach(dossier.Path, "totalDoc", $"{total}", $"{Count(facts)}")] : []),
        Should("TTC6", "The dossier's numberOfPage is that of its documents together.", facts =>
        {
            var pages = Documents(facts).Sum(description => Number(description.Field(Field.NumberOfPage)) ?? 0);
            return facts.Dossier is { } dossier && Number(dossier.Field(Field.NumberOfPage)) is { } total && total != pages ? [new Breach(dossier.Path, Field.NumberOfPage, $"{total}", $"{pages}")] : [];
        }),
    ];

    /// <summary>Whether a code is the dossier's but for the year in it: a packer's mistake that real packages have throughout.</summary>
    internal static bool DiffersInYear(string code, string file)
    {
        var (given, expected) = (code.Split('.'), file.Split('.'));
        return PackageDescription.OrdinalOf(code) is not null && given.Length == expected.Length + 1
            && given.Zip(expected).Where(pair => pair.First != pair.Second).ToArray() is [var one] && IsYear(one.First) && IsYear(one.Second);
    }

    internal static IEnumerable<DescriptionFacts> Documents(PackageFacts facts) => facts.Descriptions.Where(description => description.IsOfDocument);

    private static IEnumerable<Breach> Ordinals(PackageFacts facts)
    {
        var described = facts.Descriptions.DistinctBy(description => description.Path).ToDictionary(description => description.Path);
        var expected = 1;
        foreach (var description in facts.Entries.Select(entry => described.GetValueOrDefault(entry.DescriptionPath ?? "")).OfType<DescriptionFacts>())
        {
            if (PackageDescription.OrdinalOf(description.Field(Field.DocCode)) is { } ordinal && ordinal != expected)
                yield return new Breach(description.Path, Field.DocCode, $"{ordinal}", $"{expected}");
            expected++;
        }
    }

    private static int Count(PackageFacts facts) => facts.Documents.Count() - facts.Entries.Count(entry => entry.IsAttachment);

    private static bool IsOf(string code, string file) => PackageDescription.OrdinalOf(code) is not null && code.Length == file.Length + 8 && code.StartsWith(file + ".", StringComparison.Ordinal);

    private static bool IsYear(string part) => part is ['1' or '2', _, _, _] && part.All(char.IsAsciiDigit);

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
