using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>Validity by the schemas, which the reading found out.</summary>
internal static class SchemaRules
{
    /// <summary>Of every package: XML that cannot be read says nothing.</summary>
    public static readonly IReadOnlyList<PackageRule> Readable =
    [
        Must("XML1", "Every METS file is well-formed METS, has no DTD, is no deeper than 64 levels and is no larger than 64 MB.", Read(XmlKind.Mets)),
        Must("XML2", "Every PREMIS file is well-formed, has no DTD, is no deeper than 64 levels and is no larger than 1 GB.", Read(XmlKind.Premis)),
        Must("XML3", "Every descriptive file is well-formed, has no DTD, is no deeper than 64 levels and is no larger than 16 MB.", Read(XmlKind.Description)),
    ];

    /// <summary>Of the archive's own packages: the schemas are those that lie in them.</summary>
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("XSD1", "Every METS file is well-formed, has no DTD and is valid by the METS schema.", Valid(XmlKind.Mets)),
        Must("XSD2", "Every PREMIS file is well-formed, has no DTD and is valid by the PREMIS schema.", Valid(XmlKind.Premis)),
        Must("XSD3", "Every descriptive file is well-formed, has no DTD and is valid by the schema of its data set.", Valid(XmlKind.Description)),
    ];

    /// <summary>Of E-ARK's packages, which may use of METS whatever there is: the whole of it judges, and not what the archive's own make use of.</summary>
    public static readonly IReadOnlyList<PackageRule> Eark =
    [
        Must("XSD4", "Every METS file is valid by METS 1.12.", MetsChecks.Each((mets, _) => WholeMets.Problems(mets.Root).Select(problem =>
            new Breach(mets.Path, MetsFacts.Where(problem.Element), problem.Message, "valid by METS 1.12")))),
    ];

    private static Func<PackageFacts, IEnumerable<Breach>> Read(XmlKind kind) => facts =>
        facts.Invalid.Where(one => one.Kind == kind && one.Malformed).Select(one => one.Breach);

    private static Func<PackageFacts, IEnumerable<Breach>> Valid(XmlKind kind) => facts =>
        facts.Invalid.Where(one => one.Kind == kind).Select(one => one.Breach);
}
