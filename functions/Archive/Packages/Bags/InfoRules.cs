using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Packages.Rules;
using static Archive.Packages.Bags.BagRule;

namespace Archive.Packages.Bags;

/// <summary>RFC 8493, 2.2.2: bag-info.txt.</summary>
internal static partial class InfoRules
{
    private static readonly string[] Single = [BagInfo.Date, BagInfo.Size, BagInfo.Group, BagInfo.Count];

    public static readonly IReadOnlyList<BagRule> All =
    [
        Must("BAG-2.2.2-1", "Each element is a label, a colon, one space or tab, and a value, which may go on on indented lines; 0.97 takes any space around the colon.", facts =>
            facts.Info?.Malformed.Select(line => new Breach(BagInfo.File, $"line {line.Line}", line.Text, "Label: value")) ?? []),
        Must("BAG-2.2.2-2", "Payload-Oxum is there once at most.", facts => Repeated(facts, BagInfo.Oxum)),
        Must("BAG-2.2.2-3", "Payload-Oxum is two numbers with a dot between: bytes and files.", Each(BagInfo.Oxum, value => OxumForm().IsMatch(value), "OctetCount.StreamCount")),
        Must("BAG-2.2.2-4", "Payload-Oxum is the size of the payload and the number of its files.", facts => Differs(facts)),
        Should("BAG-2.2.2-5", "Bagging-Date, Bag-Size, Bag-Group-Identifier and Bag-Count are there once at most.", facts => Single.SelectMany(label => Repeated(facts, label))).In(Specification.Bag10),
        Should("BAG-2.2.2-6", "Bagging-Date is a date, YYYY-MM-DD.", Each(BagInfo.Date, value => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "YYYY-MM-DD")),
        Should("BAG-2.2.2-7", "Bag-Count is N of T, or N of ?.", Each(BagInfo.Count, value => CountForm().IsMatch(value), "N of T")),
    ];

    private static IEnumerable<Breach> Repeated(BagFacts facts, string label) =>
        facts.Info?.Of(label).Skip(1).Select(element => new Breach(BagInfo.File, $"line {element.Line}", label, "once")) ?? [];

    private static Func<BagFacts, IEnumerable<Breach>> Each(string label, Func<string, bool> sound, string expected) => facts =>
        facts.Info?.Of(label).Where(element => !sound(element.Value)).Select(element => new Breach(BagInfo.File, $"line {element.Line}", element.Value, expected)) ?? [];

    /// <summary>While files are still to be fetched nobody can tell.</summary>
    private static IEnumerable<Breach> Differs(BagFacts facts)
    {
        if (facts.Info is null || facts.Fetch?.Entries.Any(entry => entry.File is null) == true)
            return [];

        var oxum = string.Create(CultureInfo.InvariantCulture, $"{facts.Payload.Sum(file => file.Size)}.{facts.Payload.Count()}");
        return facts.Info.Of(BagInfo.Oxum).Where(element => OxumForm().IsMatch(element.Value) && element.Value != oxum)
            .Select(element => new Breach(BagInfo.File, $"line {element.Line}", element.Value, oxum));
    }

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+\z")]
    private static partial Regex OxumForm();

    [GeneratedRegex(@"\A[0-9]+ of ([0-9]+|\?)\z")]
    private static partial Regex CountForm();
}
