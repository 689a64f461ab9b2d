using Archive.Packages.Rules;

namespace Archive.Packages.Bags;

/// <summary>Holds a bag to the rules of its version.</summary>
internal static class BagCheck
{
    public static async Task<PackageReport> CheckAsync(IPackageSource source, Specification? asked, CancellationToken stop) =>
        Report(await BagReader.ReadAsync(source, asked, stop));

    /// <summary>What a reading came to.</summary>
    public static PackageReport Report(BagFacts facts)
    {
        var broken = BagRules.All.Where(rule => rule.Holds(facts.Specification)).Select(rule => (Rule: rule, Breaches: rule.Check(facts).ToArray())).Where(one => one.Breaches.Length > 0).ToArray();
        var musts = broken.Where(one => one.Rule.Level == RuleLevel.Must).Select(one => one.Rule).ToArray();
        return new PackageReport(
            facts.Specification,
            facts.Name,
            facts.Files.Count,
            facts.Files.Values.Sum(file => file.Size),
            [.. broken.SelectMany(one => one.Breaches.Select(breach => new PackageFinding(one.Rule.Id, one.Rule.Level, breach.File, breach.Where, breach.Found, breach.Expected)))])
        {
            Bag = new BagAnswers(musts.All(rule => rule.IsOfChecksums), musts.Length == 0),
        };
    }
}
