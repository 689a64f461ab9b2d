using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>Holds a package of TT 02/2019 to its rules, and says what is in it.</summary>
internal static class LegacyCheck
{
    public static async Task<TakenPackage> TakeAsync(IPackageSource source, CancellationToken stop)
    {
        var facts = await LegacyReader.ReadAsync(source, stop);
        var report = new PackageReport(
            Specification.Legacy,
            facts.Name.Length > 0 ? facts.Name : facts.Dossier?.FileCode ?? "",
            facts.Files.Count,
            facts.Files.Values.Sum(file => file.Size),
            LegacyRules.All.Check(facts));
        return new TakenPackage(report, Dossier(source, facts));
    }

    /// <summary>The documents in the order of their DocOrdinal, each with what is said of it; further files of one say the same.</summary>
    private static PackagedDossier Dossier(IPackageSource source, LegacyFacts facts)
    {
        var stored = PackagePaths.Of(source.Paths).Inside.ToDictionary(one => one.Path, one => one.Stored, StringComparer.Ordinal);
        var further = facts.Joined.Twice.ToLookup(twice => twice.Path, twice => twice.Description, StringComparer.Ordinal);
        var dossier = facts.Dossier is { } said ? LegacyFields.OfDossier(said) : [];
        var whole = new PackageDescription(facts.Dossier is null ? DescriptionKind.Other : DescriptionKind.Dossier, facts.Dossier?.Value("Title"), dossier);
        var secret = facts.Descriptions.FirstOrDefault(LegacyFields.IsSecret)?.Path;
        return PackagedDossier.OfDescribed(source, whole, facts.Dossier?.Path, secret, [.. facts.Documents.Select(document => Entry(document.File, document))]);

        PackagedEntry Entry(FileFacts file, LegacyDocument document) => new(
            file.Path, stored[file.Path], null, null, document.IsFirst ? PackagedJoin.Otherwise : PackagedJoin.Attachment, file.Size, file.Digest, null)
        {
            Said = document.Description is { } one
                ? new PackageDescription(one.Kind, null, LegacyFields.OfDocument(one, further[file.Path], dossier)) : PackageDescription.None,
        };
    }
}
