using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Archive.Packages.Rules;

/// <summary>METS as a whole, to judge files made elsewhere by (<c>Standard/METS.xsd</c>).</summary>
internal static class WholeMets
{
    private const int Most = 200;

    private static readonly Lazy<XmlSchemaSet> Compiled = new(() =>
    {
        using var stream = typeof(WholeMets).Assembly.GetManifestResourceStream("Archive.Packages.Rules/METS.xsd")!;
        using var reader = XmlReader.Create(stream, PackageSchemas.Reading());
        var schemas = new XmlSchemaSet { XmlResolver = null };
        schemas.Add(null, reader);
        schemas.Compile();
        return schemas;
    });

    /// <summary>Where a METS file is not valid. Of what is wrong throughout, the first places are enough.</summary>
    public static IReadOnlyList<(XElement Element, string Message)> Problems(XElement root)
    {
        var found = new List<(XElement Element, string Message)>();
        (root.Document ?? new XDocument(root)).Validate(Compiled.Value, (sender, problem) =>
        {
            if (found.Count < Most)
                found.Add((sender as XElement ?? (sender as XObject)?.Parent ?? root, problem.Message));
        });
        return found;
    }
}
