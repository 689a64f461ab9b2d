using System.Xml;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>The representation's METS file: every document with its description, streamed record by record.</summary>
internal static class RepresentationMets
{
    /// <summary>The representation's <c>OBJID</c>: the name of its folder (CSIP1).</summary>
    public const string ObjectId = "rep1";

    private const string Preservation = "metadata/preservation/PREMIS_rep1.xml";

    /// <param name="target">Where it goes.</param>
    /// <param name="heading">What the package is.</param>
    /// <param name="software">What writes it.</param>
    /// <param name="documents">Each record's data file with its description, in their order.</param>
    /// <param name="preservation">The representation's PREMIS file; a submission has none.</param>
    /// <param name="stop">To stop.</param>
    public static Task Write(
        Stream target, PackageHeading heading, PackagingSoftware software, IReadOnlyList<(PackageFile Data, PackageFile Description)> documents, PackageFile? preservation, CancellationToken stop) =>
        XmlOut.Write(
            target,
            async file =>
            {
                var mets = new MetsOut(file.Xml, heading, "rep1");
                mets.Start(ObjectId, CsipProfile, "../../schemas");
                mets.Header(software, organisation: true);
                await Sections(file, mets, documents, preservation, stop);
                await Files(file, mets, documents, stop);
                await Structure(file, mets, documents, preservation is not null, stop);
            },
            stop);

    private static async Task Sections(XmlOut file, MetsOut mets, IReadOnlyList<(PackageFile Data, PackageFile Description)> documents, PackageFile? preservation, CancellationToken stop)
    {
        foreach (var (_, description) in documents)
        {
            mets.Reference("dmdSec", "DC", null, Below(description), description);
            await file.PassOn(stop);
        }

        mets.Provenance(Preservation, preservation);
    }

    private static async Task Files(XmlOut file, MetsOut mets, IReadOnlyList<(PackageFile Data, PackageFile Description)> documents, CancellationToken stop)
    {
        mets.Open("fileSec", mets.SectionId("fileSec"));
        mets.Group(RepresentationData);
        foreach (var (data, description) in documents)
        {
            mets.File(Below(data), data, Below(description));
            await file.PassOn(stop);
        }

        mets.Close();
        mets.Close();
    }

    /// <summary>Its last elements are closed with the document.</summary>
    private static async Task Structure(XmlOut file, MetsOut mets, IReadOnlyList<(PackageFile Data, PackageFile Description)> documents, bool preserved, CancellationToken stop)
    {
        mets.Structure(ObjectId);
        mets.Division(Metadata);
        References(file.Xml, documents.Select(document => mets.SectionId("dmdSec", Below(document.Description))));
        if (preserved)
            file.Xml.Attribute("ADMID", mets.SectionId("digiprovMD", Preservation));
        mets.Close();
        mets.Division(Data);
        mets.FilePointer(mets.SectionId("fileGrp", RepresentationData));
        mets.Close();
        foreach (var (data, description) in documents)
        {
            mets.Division(MetadataLink, Below(data));
            file.Xml.Attribute("DMDID", mets.SectionId("dmdSec", Below(description)));
            mets.FilePointer(mets.FileId(Below(data)));
            mets.Close();
            await file.PassOn(stop);
        }
    }

    /// <summary>The one attribute that names every description (CSIP92): written piece by piece.</summary>
    private static void References(XmlWriter xml, IEnumerable<string> ids)
    {
        xml.WriteStartAttribute("DMDID");
        var separator = "";
        foreach (var id in ids)
        {
            xml.WriteString(separator + id);
            separator = " ";
        }

        xml.WriteEndAttribute();
    }

    private static string Below(PackageFile file) => file.Path[(PackageNames.Representation.Length + 1)..];
}
