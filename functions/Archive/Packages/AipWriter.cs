using Archive.Description;
using Archive.Records;
using static Archive.Packages.MetsVocabulary;

namespace Archive.Packages;

/// <summary>
/// Writes archival information packages as TT 05/2025 has them, on E-ARK CSIP. The documents' bytes are never needed: their size and digest
/// are known. Descriptions and journals are asked for a few at a time, so that the largest package is written in flat memory.
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

        var files = new List<PackageFile>();
        var documents = new List<(PackageFile Data, PackageFile Description)>(plan.Records.Count);
        var kept = new List<IReadOnlyList<(string, string)>>(plan.Records.Count);
        var summary = new DossierSummary();

        foreach (var (name, bytes) in PackageSchemas.FilesOf(plan.Kind))
            files.Add(await Store($"schemas/{name}", XmlType, async (target, cancel) => await target.WriteAsync(bytes, cancel)));

        await foreach (var said in Ahead(plan, sources.Describe, stop))
        {
            var (record, place) = (plan.Records[documents.Count], documents.Count + 1);
            summary.Add(said);
            kept.Add(LocalFields.Of(said));
            var fields = DescriptiveFile.OfDocument(plan, place, said).ToArray();
            var description = await Store(
                PackageNames.DocumentDescription(record), XmlType, (target, cancel) => DescriptiveFile.Write(target, DescriptiveFile.Document, fields, cancel));
            documents.Add((new PackageFile(PackageNames.Data(record), record.Content.Format.MediaType, record.Content.Size, record.Content.Digest, record.Id), description));
        }

        var preservation = await Store(
            PackageNames.RepresentationPreservation,
            XmlType,
            (target, cancel) => PackagePremis.WriteDocuments(target, plan, software, kept, Ahead(plan, sources.Journal, cancel), cancel));
        files.Add(await Store(
            PackageNames.RepresentationMets, XmlType, (target, cancel) => RepresentationMets.Write(target, plan, software, documents, preservation, cancel)));

        var ns = plan.Kind == PackageKind.Dossier ? DescriptiveFile.Dossier : DescriptiveFile.Batch;
        files.Add(await Store(PackageNames.Description, XmlType, (target, cancel) => DescriptiveFile.Write(target, ns, summary.Fields(plan), cancel)));
        files.Add(await Store(PackageNames.Preservation, XmlType, (target, cancel) => PackagePremis.WriteWhole(target, plan, software, cancel)));

        var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var last = await Store(PackageNames.Mets, XmlType, (target, cancel) => PackageMets.Write(target, plan, software, byPath, cancel));
        return [.. files, preservation, .. documents.SelectMany(document => new[] { document.Description, document.Data }), last];

        async Task<PackageFile> Store(string path, string mediaType, Func<Stream, CancellationToken, Task> write)
        {
            PackageFile? written = null;
            await store(new PackagePart(path, mediaType, Measured), stop);
            return written ?? throw new InvalidOperationException($"{path} was not stored: nobody asked for its bytes.");

            async Task Measured(Stream target, CancellationToken cancel)
            {
                await using var measured = new MeasuredStream(target);
                await write(measured, cancel);
                written = new PackageFile(path, mediaType, measured.Count, measured.Digest, null);
            }
        }
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
}
