using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>Validity by the schemas, which the reading found out.</summary>
internal static class SchemaRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("XSD1", "Every METS file is well-formed, has no DTD and is valid by the METS schema.", Valid(XmlKind.Mets)),
        Must("XSD2", "Every PREMIS file is well-formed, has no DTD and is valid by the PREMIS schema.", Valid(XmlKind.Premis)),
        Must("XSD3", "Every descriptive file is well-formed, has no DTD and is valid by the schema of its data set.", Valid(XmlKind.Description)),
    ];

    private static Func<PackageFacts, IEnumerable<Breach>> Valid(XmlKind kind) => facts => facts.Invalid.Where(one => one.Kind == kind).Select(one => one.Breach);
}
