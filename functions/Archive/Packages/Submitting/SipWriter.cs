using Archive.Packages.Rules;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages.Submitting;

/// <summary>
/// Writes submission packages of TT 05/2025 (SIP_hoso, SIP_tailieu) with the METS and the descriptions the archive's own packages are written with. Each
/// document is read once, and of each no more is held than its size and digest.
/// </summary>
public static class SipWriter
{
    private static readonly string[] Schemas = ["METS.xsd", "xlink.xsd", "DILCISExtensionMETS.xsd"];

    /// <summary>Writes every file through <paramref name="store"/>, METS.xml last: a folder without it is unfinished.</summary>
    /// <param name="plan">The package.</param>
    /// <param name="created">When it is made.</param>
    /// <param name="software">What makes it.</param>
    /// <param name="open">Opens a document by its <see cref="SubmittedDocument.Source"/>.</param>
    /// <param name="store">Stores a file. It may write it once only, in the order given.</param>
    /// <param name="stop">To stop.</param>
    public static async Task<IReadOnlyList<PackageFile>> WriteAsync(
        SubmissionPlan plan, DateTimeOffset created, PackagingSoftware software, Func<SubmittedDocument, CancellationToken, Task<(Stream Content, string MediaType)>> open,
        Func<PackagePart, CancellationToken, Task> store, CancellationToken stop) => await new Writing(plan, plan.Heading(created), software, open, store, stop).Everything();

    private sealed class Writing(
        SubmissionPlan plan, PackageHeading heading, PackagingSoftware software, Func<SubmittedDocument, CancellationToken, Task<(Stream Content, string MediaType)>> open,
        Func<PackagePart, CancellationToken, Task> store, CancellationToken stop)
    {
        private readonly List<PackageFile> files = [];
        private readonly List<(PackageFile Data, PackageFile Description)> documents = new(plan.Documents.Count);

        public async Task<IReadOnlyList<PackageFile>> Everything()
        {
            await SchemaFiles();
            foreach (var document in plan.Documents)
                documents.Add(await Document(document));

            var kind = plan.IsDossier ? DescriptionKind.Dossier : DescriptionKind.Batch;
            files.Add(await Described(PackageNames.Description, kind, plan.Fields));
            files.Add(await Store(
                PackageNames.RepresentationMets, XmlType, (target, cancel) => RepresentationMets.Write(target, heading, software, documents, null, cancel)));
            var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
            var last = await Store(PackageNames.Mets, XmlType, (target, cancel) => PackageMets.Write(target, heading, software, byPath, cancel));
            return [.. files, .. documents.SelectMany(document => new[] { document.Description, document.Data }), last];
        }

        private async Task SchemaFiles()
        {
            foreach (var (name, bytes) in PackageSchemas.FilesOf(PackageKind.Dossier).Where(file => Schemas.Contains(file.Name)))
                files.Add(await Store($"schemas/{name}", XmlType, async (target, cancel) => await target.WriteAsync(bytes, cancel)));

            var described = plan.Documents.Select(document => document.Kind).Distinct().Order()
                .Select(kind => (Name: PackageNames.DescriptionOf(kind), Kind: SubmissionForm.KindOf(kind)))
                .Prepend(("EAD", plan.IsDossier ? DescriptionKind.Dossier : DescriptionKind.Batch));
            foreach (var (name, kind) in described)
                files.Add(await Store($"schemas/{name}.xsd", XmlType, (target, cancel) => SubmissionForm.WriteSchema(target, kind, cancel)));
        }

        private async Task<(PackageFile Data, PackageFile Description)> Document(SubmittedDocument document)
        {
            var (content, mediaType) = await open(document, stop);
            await using (content)
            {
                var data = await Store(document.DataPath, mediaType, content.CopyToAsync);
                return (data, await Described(document.DescriptionPath, SubmissionForm.KindOf(document.Kind), document.Fields));
            }
        }

        /// <summary>The fields in the order of their data set.</summary>
        private Task<PackageFile> Described(string path, DescriptionKind kind, IReadOnlyDictionary<string, string> said) => Store(
            path,
            XmlType,
            (target, cancel) => DescriptiveFile.Write(
                target, SubmissionForm.NamespaceOf(kind), DescriptionForm.Of(kind).Select(rule => (rule.Name, said.GetValueOrDefault(rule.Name))), cancel));

        private Task<PackageFile> Store(string path, string mediaType, Func<Stream, CancellationToken, Task> write) => PackagePart.Stored(path, mediaType, write, store, stop);
    }
}
