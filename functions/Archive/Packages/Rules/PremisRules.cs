using static Archive.Packages.MetsVocabulary;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>PREMIS 3.0: what it says of the documents against the documents, and that every link leads to something.</summary>
internal static class PremisRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("PRM1", "An object's identifier is single in its PREMIS file.", Each(premis => Twice(premis, premis.Objects.SelectMany(one => one.Ids)))),
        Must("PRM2", "Every document is a PREMIS object of category file, at its place in the package.", facts =>
        {
            var placed = Files(facts).Select(one => one.Object.Location).ToHashSet();
            return facts.Documents.Where(file => !placed.Contains(file.Path)).Select(file => new Breach(file.Path, "object", "none", "an object of category file"));
        }),
        Must("PRM3", "An object's fixity is the SHA-256 of the document.", Documents((file, document) =>
            file.Algorithm == Sha256 && document.Digest.Value.Equals(file.Digest, StringComparison.OrdinalIgnoreCase) ? null : ($"{file.Algorithm} {file.Digest}", $"{Sha256} {document.Digest}"))),
        Must("PRM4", "An object's size is the document's.", Documents((file, document) => file.Size == document.Size ? null : ($"{file.Size}", $"{document.Size}"))),
        Must("PRM5", "A file object names its format.", Documents((file, _) => file.FormatName.Length > 0 ? null : ("nothing", "a format"))),
        Must("PRM6", "A file object keeps the name the depositor gave.", Documents((file, _) => string.IsNullOrEmpty(file.OriginalName) ? ("nothing", "originalName") : null)),
        Must("PRM7", "Every event is linked to an agent, and to none that is not there.", Each(premis =>
        {
            var known = premis.Agents.SelectMany(agent => agent.Ids).ToHashSet();
            return from happened in premis.Events
                   where happened.Agents.Count == 0 || happened.Agents.Any(id => !known.Contains(id))
                   select new Breach(premis.Path, Where(happened), string.Join(", ", happened.Agents.DefaultIfEmpty("no agent")), "agents of this file");
        })),
        Must("PRM8", "Every event is linked to an object, and to none that is not there.", facts =>
        {
            var known = facts.Premis.SelectMany(premis => premis.Objects).SelectMany(one => one.Ids).ToHashSet();
            return from premis in facts.Premis
                   from happened in premis.Events
                   where happened.Objects.Count == 0 || happened.Objects.Any(id => !known.Contains(id))
                   select new Breach(premis.Path, Where(happened), string.Join(", ", happened.Objects.DefaultIfEmpty("no object")), "objects of this package");
        }),
        Must("PRM9", "An event's type is a term of the Library of Congress vocabulary.", Each(premis =>
            premis.Events.Where(happened => !PremisTerms.EventTypes.Contains(happened.Type)).Select(happened => new Breach(premis.Path, Where(happened), happened.Type, "a term of the vocabulary")))),
        Must("PRM10", "The package's PREMIS file tells of its creation, with its outcome.", facts => Creation(facts).Any(happened => happened.Outcome == "success")
            ? [] : [new Breach(PackageNames.Preservation, "event", "none", $"{Records.EventTypes.PackageCreation}, success")]),
        Must("PRM11", "The creation is linked to software that has a name and a version.", facts =>
        {
            var agents = facts.Premis.Where(IsPackage).SelectMany(premis => premis.Agents).Where(agent => agent is { Type: "software", Name.Length: > 0, Version.Length: > 0 }).SelectMany(agent => agent.Ids).ToHashSet();
            return Creation(facts).Where(happened => !happened.Agents.Any(agents.Contains)).Select(happened => new Breach(PackageNames.Preservation, Where(happened), "no such agent", "software with a version"));
        }),
        Must("PRM12", "An event's identifier is single in the package.", facts =>
            facts.Premis.SelectMany(premis => premis.Events.Select(happened => (premis.Path, happened.Id))).GroupBy(one => one.Id).Where(group => group.Skip(1).Any())
                .Select(group => new Breach(group.Last().Path, "event/eventIdentifier", group.Key, "an identifier used once"))),
    ];

    private static IEnumerable<PremisEvent> Creation(PackageFacts facts) =>
        facts.Premis.Where(IsPackage).SelectMany(premis => premis.Events).Where(happened => happened.Type == Records.EventTypes.PackageCreation);

    private static bool IsPackage(PremisFacts premis) => premis.Path == PackageNames.Preservation;

    private static Func<PackageFacts, IEnumerable<Breach>> Each(Func<PremisFacts, IEnumerable<Breach>> check) => facts => facts.Premis.SelectMany(check);

    private static IEnumerable<(PremisFacts Premis, PremisObject Object)> Files(PackageFacts facts) =>
        facts.Premis.SelectMany(premis => premis.Objects.Where(one => one.Category == "file").Select(one => (premis, one)));

    /// <summary>Compares each file object with the document it says it is about.</summary>
    private static Func<PackageFacts, IEnumerable<Breach>> Documents(Func<PremisObject, FileFacts, (string Found, string Expected)?> compare) => facts =>
        from one in Files(facts)
        let document = facts.Files.GetValueOrDefault(one.Object.Location ?? "")
        where document is not null
        let difference = compare(one.Object, document)
        where difference is not null
        select new Breach(one.Premis.Path, $"object {string.Join(' ', one.Object.Ids)}", difference.Value.Found, difference.Value.Expected);

    private static IEnumerable<Breach> Twice(PremisFacts premis, IEnumerable<string> ids) =>
        ids.GroupBy(id => id).Where(group => group.Skip(1).Any()).Select(group => new Breach(premis.Path, "object/objectIdentifier", group.Key, "an identifier used once"));

    private static string Where(PremisEvent happened) => $"event {happened.Id}";
}
