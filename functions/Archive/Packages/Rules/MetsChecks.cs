using System.Xml.Linq;

namespace Archive.Packages.Rules;

/// <summary>The few shapes most METS rules have.</summary>
internal static class MetsChecks
{
    private const string Anything = "a value";

    /// <summary>Each of the elements has the attribute, with the value where one is given.</summary>
    public static Func<PackageFacts, IEnumerable<Breach>> Has(Func<MetsFacts, IEnumerable<XElement>> elements, XName attribute, string? value = null) =>
        value is null
            ? Has(elements, attribute, found => !string.IsNullOrWhiteSpace(found), Anything)
            : Has(elements, attribute, found => found == value, value);

    /// <summary>Each of the elements has the attribute with a value that will do.</summary>
    public static Func<PackageFacts, IEnumerable<Breach>> Has(
        Func<MetsFacts, IEnumerable<XElement>> elements, XName attribute, Func<string, bool> willDo, string expected) => Each((mets, _) =>
        from element in elements(mets)
        let found = (string?)element.Attribute(attribute)
        where found is null || !willDo(found)
        select new Breach(mets.Path, $"{MetsFacts.Where(element)}/@{attribute.LocalName}", found ?? "nothing", expected));

    /// <summary>The number of the elements is one that will do.</summary>
    public static Func<PackageFacts, IEnumerable<Breach>> Count(
        string where, Func<MetsFacts, IEnumerable<XElement>?> elements, Func<int, bool> willDo, string expected) =>
        Each((mets, _) => elements(mets)?.Count() is { } count && !willDo(count) ? [new Breach(mets.Path, where, $"{count}", expected)] : []);

    /// <summary>For each METS file.</summary>
    public static Func<PackageFacts, IEnumerable<Breach>> Each(Func<MetsFacts, PackageFacts, IEnumerable<Breach>> check) =>
        facts => facts.Mets.SelectMany(mets => check(mets, facts));

    /// <summary>Both checks; what breaks either breaks the rule.</summary>
    public static Func<PackageFacts, IEnumerable<Breach>> Both(Func<PackageFacts, IEnumerable<Breach>> one, Func<PackageFacts, IEnumerable<Breach>> other) =>
        facts => one(facts).Concat(other(facts));

    /// <summary>What a list lacks is said by another attribute: nowhere but beside OTHER, and with no term of the list.</summary>
    public static Func<PackageFacts, IEnumerable<Breach>> Said(
        Func<MetsFacts, IEnumerable<XElement>> elements, XName listed, XName other, Func<string, bool> isListed) => Each((mets, _) =>
        from element in elements(mets)
        let said = (string?)element.Attribute(other)
        let beside = EarkVocabulary.IsOther((string?)element.Attribute(listed))
        where beside ? string.IsNullOrWhiteSpace(said) || (isListed(said) && !EarkVocabulary.IsOther(said)) : said is not null
        let expected = beside ? "what the list lacks" : $"nothing, or {listed.LocalName} {EarkVocabulary.Other}"
        select new Breach(mets.Path, $"{MetsFacts.Where(element)}/@{other.LocalName}", said ?? "nothing", expected));

    /// <summary>The rule, held to the representations' METS files only.</summary>
    public static PackageRule OfRepresentations(PackageRule rule) =>
        rule with { Check = facts => rule.Check(facts with { Mets = [.. facts.Mets.Where(mets => !mets.IsPackage)] }) };

    /// <summary>The rule, held to the package's own METS file only.</summary>
    public static PackageRule OfPackage(PackageRule rule) =>
        rule with { Check = facts => rule.Check(facts with { Mets = [.. facts.Mets.Where(mets => mets.IsPackage)] }) };

    /// <summary>The elements of the package's own METS file only.</summary>
    public static Func<MetsFacts, IEnumerable<XElement>> OfPackage(Func<MetsFacts, IEnumerable<XElement>> elements) => mets =>
        mets.IsPackage ? elements(mets) : [];

    /// <summary>Whether a text is a date and time as XML Schema has it.</summary>
    public static bool IsTime(string text)
    {
        try
        {
            _ = System.Xml.XmlConvert.ToDateTimeOffset(text);
            return text.Contains('T', StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
