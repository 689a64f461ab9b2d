using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>The package's own METS file: the description and history of the whole, the schemas, and where the representation is described.</summary>
internal static class PackageMets
{
    /// <param name="target">Where it goes.</param>
    /// <param name="plan">The package.</param>
    /// <param name="software">What writes it.</param>
    /// <param name="files">The generated files of the package, by path.</param>
    /// <param name="stop">To stop.</param>
    public static Task Write(Stream target, PackagePlan plan, PackagingSoftware software, IReadOnlyDictionary<string, PackageFile> files, CancellationToken stop) =>
        XmlOut.Write(
            target,
            file =>
            {
                var (xml, mets) = (file.Xml, new MetsOut(file.Xml, plan, "package"));
                var schemas = files.Values.Where(one => one.Path.StartsWith("schemas/", StringComparison.Ordinal)).ToArray();
                var objectId = PackageNames.ObjectId(plan.Id);

                mets.Start(objectId, plan.Kind == PackageKind.Dissemination ? DipProfile : AipProfile, "schemas");
                mets.Header(software, organisation: false);
                mets.Reference("dmdSec", "DC", null, PackageNames.Description, files[PackageNames.Description]);
                mets.Open("amdSec", mets.SectionId("amdSec"));
                mets.Reference("digiprovMD", "PREMIS", "3.0", PackageNames.Preservation, files[PackageNames.Preservation]);
                mets.Close();

                mets.Open("fileSec", mets.SectionId("fileSec"));
                mets.Group(Schemas);
                foreach (var schema in schemas)
                    mets.File(schema.Path, schema);
                mets.Close();
                mets.Group(Representation1);
                mets.File(PackageNames.RepresentationMets, files[PackageNames.RepresentationMets]);
                mets.Close();
                mets.Close();

                mets.Structure(objectId);
                mets.Division(Metadata);
                xml.Attribute("DMDID", mets.SectionId("dmdSec", PackageNames.Description));
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
