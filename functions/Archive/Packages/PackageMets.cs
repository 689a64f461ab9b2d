using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>The package's own METS file: the description and history of the whole, the schemas, and where the representation is described.</summary>
internal static class PackageMets
{
    /// <param name="target">Where it goes.</param>
    /// <param name="heading">What the package is.</param>
    /// <param name="software">What writes it.</param>
    /// <param name="files">The generated files of the package, by path.</param>
    /// <param name="stop">To stop.</param>
    public static Task Write(Stream target, PackageHeading heading, PackagingSoftware software, IReadOnlyDictionary<string, PackageFile> files, CancellationToken stop) =>
        XmlOut.Write(
            target,
            file =>
            {
                var (xml, mets) = (file.Xml, new MetsOut(file.Xml, heading, "package"));
                var schemas = files.Values.Where(one => one.Path.StartsWith("schemas/", StringComparison.Ordinal)).ToArray();
                var preservation = files.GetValueOrDefault(PackageNames.Preservation);

                mets.Start(heading.ObjectId, heading.Profile, "schemas");
                mets.Header(software, organisation: false);
                mets.Reference("dmdSec", "DC", null, PackageNames.Description, files[PackageNames.Description]);
                mets.Provenance(PackageNames.Preservation, preservation);

                mets.Open("fileSec", mets.SectionId("fileSec"));
                mets.Group(Schemas);
                foreach (var schema in schemas)
                    mets.File(schema.Path, schema);
                mets.Close();
                mets.Group(Representation1);
                mets.File(PackageNames.RepresentationMets, files[PackageNames.RepresentationMets]);
                mets.Close();
                mets.Close();

                mets.Structure(heading.ObjectId);
                mets.Division(Metadata);
                xml.Attribute("DMDID", mets.SectionId("dmdSec", PackageNames.Description));
                if (preservation is not null)
                    xml.Attribute("ADMID", mets.SectionId("digiprovMD", PackageNames.Preservation));
                mets.Close();
                mets.Division(Schemas);
                mets.FilePointer(mets.SectionId("fileGrp", Schemas));
                mets.Close();
                mets.Division(Representation1);
                mets.MetsPointer(PackageNames.RepresentationMets, Representation1);
                mets.Close();
                return Task.CompletedTask;
            },
            stop);
}
