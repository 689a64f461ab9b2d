using Archive.Packages.Rules;

namespace Archive.Packages.Bags;

/// <summary>Holds a bag to the rules of its version.</summary>
internal static class BagCheck
{
    public static async Task<PackageReport> CheckAsync(IPackageSource source, Specification? asked, CancellationToken stop) =>
        Report(await BagReader.ReadAsync(source, asked, stop));

    /// <summary>Checks it likewise, and says what is in it.</summary>
    public static async Task<TakenPackage> TakeAsync(IPackageSource source, Specification? asked, CancellationToken stop)
    {
        var facts = await BagReader.ReadAsync(source, asked, stop);
        return new TakenPackage(Report(facts), Dossier(source, facts));
    }

    /// <summary>A bag says little of its payload: each file is a document, whose description is in the file itself.</summary>
    private static PackagedDossier Dossier(IPackageSource source, BagFacts facts)
    {
        string Stored(string path) => facts.Name.Length == 0 ? path : $"{facts.Name}/{path}";
        Records.Sha256Digest? Digest(BagFile file) => file.Digests.TryGetValue("sha256", out var digest) ? Records.Sha256Digest.Of(digest) : null;
        var title = new[] { BagInfo.Description, BagInfo.Identifier }.SelectMany(label => facts.Info?.Of(label) ?? []).Select(element => element.Value).FirstOrDefault();
        return PackagedDossier.OfFiles(source, title, [.. facts.Payload.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new PackagedEntry(file.Path, Stored(file.Path), null, null, PackagedJoin.None, file.Size, Digest(file), null))]);
    }

    /// <summary>What a reading came to.</summary>
    public static PackageReport Report(BagFacts facts)
    {
        var rules = BagRules.All.Where(rule => rule.Holds(facts.Specification));
        var broken = rules.Select(rule => (Rule: rule, Breaches: rule.Check(facts).ToArray())).Where(one => one.Breaches.Length > 0).ToArray();
        var musts = broken.Where(one => one.Rule.Level == RuleLevel.Must).Select(one => one.Rule).ToArray();
        return new PackageReport(
            facts.Specification,
            facts.Name,
            facts.Files.Count,
            facts.Files.Values.Sum(file => file.Size),
            [.. broken.SelectMany(one => one.Breaches.Select(breach => Finding(one.Rule, breach)))])
        {
            Bag = new BagAnswers(musts.All(rule => rule.IsOfChecksums), musts.Length == 0),
        };
    }

    private static PackageFinding Finding(BagRule rule, Breach breach) =>
        new(rule.Id, rule.Level, breach.File, breach.Where, breach.Found, breach.Expected) { Missing = breach.Missing };
}
