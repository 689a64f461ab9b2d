using Archive.Description;
using Archive.Records;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>
/// Writes archival information packages, and dissemination packages, as TT 05/2025 has them, on E-ARK CSIP. The documents' bytes are never needed: their
/// size and digest are known. Descriptions and journals are asked for a few at a time, so that the largest package is written in flat memory.
/// </summary>
public static class AipWriter
{
    /// <summary>How many records are asked for ahead of the one being written.</summary>
    public const int AskedAhead = 16;

    /// <summary>
    /// Writes every generated file through <paramref name="store"/>, the package's METS.xml last: a folder without it is unfinished. Returns
    /// every file of the package, the documents' among them, which the caller copies to their places at any time before METS.xml is believed.
    /// The same plan, sources and software give the same bytes.
    /// </summary>
    /// <exception cref="InvalidOperationException">The plan is refused: ask <see cref="PlanRefusal.Of"/> first.</exception>
    public static async Task<IReadOnlyList<PackageFile>> WriteAsync(
        PackagePlan plan, PackageSources sources, PackagingSoftware software, Func<PackagePart, CancellationToken, Task> store, CancellationToken stop)
    {
        if (PlanRefusal.Of(plan) is { Count: > 0 } refusals)
            throw new InvalidOperationException($"The package {plan.Id} cannot be written as planned: {refusals[0]}");

        return await new Writing(plan, sources, software, store, stop).Everything();
    }

    /// <summary>The answers in the plan's order, each asked for once and a few ahead: a round trip a record, one after another, would take hours.</summary>
    private static async IAsyncEnumerable<T> Ahead<T>(
        PackagePlan plan, Func<RecordId, CancellationToken, Task<T>> ask, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var asked = new Queue<Task<T>>(AskedAhead);
        foreach (var record in plan.Records)
        {
            asked.Enqueue(ask(record.Id, stop));
            if (asked.Count == AskedAhead)
                yield return await asked.Dequeue();
        }

        while (asked.TryDequeue(out var answer))
            yield return await answer;
    }

    /// <summary>One package being written: its parts in the order in which one needs what the others have become.</summary>
    private sealed class Writing(
        PackagePlan plan, PackageSources sources, PackagingSoftware software, Func<PackagePart, CancellationToken, Task> store, CancellationToken stop)
    {
        private readonly List<PackageFile> files = [];
        private readonly List<(PackageFile Data, PackageFile Description)> documents = new(plan.Records.Count);
        private readonly List<IReadOnlyList<(string, string)>> kept = new(plan.Records.Count);
        private readonly DossierSummary summary = new();

        public async Task<IReadOnlyList<PackageFile>> Everything()
        {
            foreach (var (name, bytes) in PackageSchemas.FilesOf(plan.Kind))
                files.Add(await Store($"schemas/{name}", XmlType, async (target, cancel) => await target.WriteAsync(bytes, cancel)));
            await foreach (var said in Ahead(plan, sources.Describe, stop))
                await Document(plan.Records[documents.Count], said);

            var preservation = await Representation();
            await Whole();
            var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
            var last = await Store(PackageNames.Mets, XmlType, (target, cancel) => PackageMets.Write(target, plan.Heading, software, byPath, cancel));
            return [.. files, preservation, .. documents.SelectMany(document => new[] { document.Description, document.Data }), last];
        }

        private async Task Document(PackagedRecord record, RecordDescription said)
        {
            summary.Add(said);
            var described = DescribedDocument.Of(plan, documents.Count + 1, said);
            kept.Add(described.Kept);
            var description = await Store(
                PackageNames.DocumentDescription(record, described.Kind), XmlType, (target, cancel) =>
                    DescriptiveFile.Write(target, described.Namespace, described.Fields, cancel));
            documents.Add((
                new PackageFile(PackageNames.Data(record), record.Content.Format.MediaType, record.Content.Size, record.Content.Digest, record.Id),
                description with { Describes = record.Id }));
        }

        /// <summary>
        /// What is said of the documents together; returns the preservation file, which the representation's METS names and the package's does not.
        /// </summary>
        private async Task<PackageFile> Representation()
        {
            var preservation = await Store(
                PackageNames.RepresentationPreservation,
                XmlType,
                (target, cancel) => PackagePremis.WriteDocuments(target, plan, software, kept, Ahead(plan, sources.Journal, cancel), cancel));
            files.Add(await Store(
                PackageNames.RepresentationMets, XmlType, (target, cancel) =>
                    RepresentationMets.Write(target, plan.Heading, software, documents, preservation, cancel)));
            return preservation;
        }

        private async Task Whole()
        {
            var ns = DescriptiveFile.NamespaceOf(plan.Kind);
            files.Add(await Store(PackageNames.Description, XmlType, (target, cancel) => DescriptiveFile.Write(target, ns, summary.Fields(plan), cancel)));
            files.Add(await Store(PackageNames.Preservation, XmlType, (target, cancel) => PackagePremis.WriteWhole(target, plan, software, cancel)));
        }

        private Task<PackageFile> Store(string path, string mediaType, Func<Stream, CancellationToken, Task> write) =>
            PackagePart.Stored(path, mediaType, write, store, stop);
    }
}
