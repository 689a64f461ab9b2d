using System.Xml;
using System.Xml.Schema;

namespace Archive.Packages;

/// <summary>The schemas that go into every package and that packages are validated with. Nothing is fetched; documents with a DTD are refused.</summary>
public static class PackageSchemas
{
    private const string Prefix = "Archive.Packages.Schemas/";

    /// <summary>The schemas that stand for another one, under its name, in the packages of a kind: what they describe has other fields there.</summary>
    private static readonly (string File, string Name, PackageKind Kind)[] Substitutes =
    [
        ("EAD_batch.xsd", "EAD.xsd", PackageKind.LooseBatch), ("EAD_request.xsd", "EAD.xsd", PackageKind.Dissemination),
        ("EAD_dip_doc.xsd", "EAD_doc.xsd", PackageKind.Dissemination),
    ];

    private static readonly Lazy<XmlSchemaSet> Compiled = new(Compile);

    /// <summary>The schema files of a package, by their names in <c>schemas/</c>, in a fixed order.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> FilesOf(PackageKind kind) =>
    [
        .. Names().Where(name => Substitutes.All(one => one.File != name)).Order(StringComparer.Ordinal)
            .Select(name => (name, Read(Substitutes.FirstOrDefault(one => one.Name == name && one.Kind == kind).File ?? name))),
    ];

    /// <summary>How a package's XML is to be read: no DTD, nothing fetched. With <paramref name="problem"/>, validated as it is read.</summary>
    internal static XmlReaderSettings Reading(Action<XmlSchemaException>? problem = null)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        if (problem is null)
            return settings;

        settings.ValidationType = ValidationType.Schema;
        settings.ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.AllowXmlAttributes;
        settings.Schemas = Compiled.Value;
        settings.ValidationEventHandler += (_, found) => problem(found.Exception);
        return settings;
    }

    private static IEnumerable<string> Names() =>
        typeof(PackageSchemas).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);

    private static byte[] Read(string name)
    {
        using var stream = typeof(PackageSchemas).Assembly.GetManifestResourceStream(Prefix + name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static XmlSchemaSet Compile()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var name in Names().Order(StringComparer.Ordinal))
        {
            using var reader = XmlReader.Create(new MemoryStream(Read(name)), Reading());
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }
}
