using System.Xml;
using Archive.Description;

namespace Archive.Packages;

/// <summary>
/// What keeps a document's description from being archived: a field the circular requires is missing, a value is too long or none it allows.
/// Ask before packaging: the writer writes what there is, and the rules then refuse the package (XSD3).
/// </summary>
public static class DescriptionGaps
{
    /// <summary>
    /// The complaints of the schema of its data set, one each; nothing for a description that is fit. They name fields and lengths; for operators.
    /// </summary>
    /// <param name="plan">The package it is to be part of.</param>
    /// <param name="place">Its place there, from 1.</param>
    /// <param name="said">What is said of it.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(PackagePlan plan, int place, RecordDescription said)
    {
        using var file = new MemoryStream();
        var described = DescribedDocument.Of(plan, place, said);
        await DescriptiveFile.Write(file, described.Namespace, described.Fields, CancellationToken.None);
        file.Position = 0;

        var gaps = new List<string>();
        using var reader = XmlReader.Create(file, PackageSchemas.Reading(problem => gaps.Add(problem.Message)));
        while (reader.Read())
        {
        }

        return gaps;
    }
}
