using System.Collections.Concurrent;
using System.IO.Pipelines;
using Archive.Description;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Records;

namespace ArchiveFunctions.Transfer.Consignments;

/// <summary>What became of a package.</summary>
/// <param name="Files">Every file of it.</param>
/// <param name="RootMets">The digest of its root METS.</param>
/// <param name="Damaged">Records whose bytes are not what they were when they came in: the package must not be accepted.</param>
public sealed record PackedConsignment(IReadOnlyList<PackedFile> Files, string RootMets, IReadOnlySet<RecordId> Damaged);

/// <summary>
/// Writes a consignment's package (AIP) into the historical archive and reads it back. Contents first, root METS last; whatever the size of the
/// files, no more than a block of each of a few is in memory.
/// </summary>
public sealed class ConsignmentPackage(PreservedPackages preserved, Vault vault, RecordTable records, AgencyRegister agencies, DossierRegister dossiers)
{
    private const int AtOnce = 4;
    private const int JournalPage = 500;
    private static readonly PackagingSoftware Software = new("ArchiveFunctions", typeof(ConsignmentPackage).Assembly.GetName().Version!.ToString(3));

    /// <summary>Writes and reads back. What an earlier run has written is left and compared.</summary>
    public async Task<PackedConsignment> Write(Consignment consignment, IReadOnlyList<ArchiveRecord> claimed, CancellationToken stop)
    {
        var dossier = consignment.FileCode is { } code ? await dossiers.AsOf(consignment.Agency, code, consignment.FormedAt, stop) : null;
        var ordered = InOrder(claimed);
        var plan = Plan(consignment, ordered, (await agencies.Find(consignment.Agency.Value, stop))?.Name ?? consignment.Agency.Value, dossier);
        await Each(ordered.Zip(plan.Records), async (one, copying) =>
        {
            await using var content = await vault.Content(one.First).OpenReadAsync(cancellationToken: copying);
            await preserved.Keep($"{consignment.Folder}/{PackageNames.Data(one.Second)}", content, one.First.Content.Format.MediaType, copying);
        }, stop);

        var files = await AipWriter.WriteAsync(plan, new PackageSources(Describe, Journal), Software, (part, storing) => Store(consignment, part, storing), stop);
        var damaged = new ConcurrentDictionary<RecordId, bool>();
        await Each(files, async (file, comparing) =>
        {
            if (await preserved.ReadBack($"{consignment.Folder}/{file.Path}", comparing) == file.Digest)
                return;
            if (file.Content is not { } record)
                throw new InvalidDataException($"{consignment.Folder}/{file.Path} is not what was written.");
            damaged[record] = true;
        }, stop);
        return new PackedConsignment(Packed(files), files.Single(file => file.Path == PackageNames.Mets).Digest.Value, damaged.Keys.ToHashSet());
    }

    /// <summary>
    /// The order of the dossier, which the seven digits at the end of the assigned codes give (TT 05/2025); records come to a consignment in the order in which
    /// they wait. Those without a code come last, as they came.
    /// </summary>
    private static IReadOnlyList<ArchiveRecord> InOrder(IReadOnlyList<ArchiveRecord> claimed) =>
        [.. claimed.OrderBy(record => record.Description.Value(Field.DocCode) ?? "\uFFFF", StringComparer.Ordinal)];

    /// <summary>Each file with the record it is of, if it is of one.</summary>
    private static List<PackedFile> Packed(IReadOnlyList<PackageFile> files) =>
        [.. files.Select(file => new PackedFile(file.Path, file.Digest.Value, file.Size, (file.Content ?? file.Describes)?.Value, file.Content is not null))];

    /// <summary>What the own package of the dossier, or of the batch of loose documents, said of it stands; what is counted is of this package, which may be a part of the dossier.</summary>
    private static PackagePlan Plan(Consignment consignment, IReadOnlyList<ArchiveRecord> claimed, string agencyName, Dossier? dossier) => new(
        consignment.Package,
        consignment.FileCode is null || dossier is { IsBatch: true } ? PackageKind.LooseBatch : PackageKind.Dossier,
        consignment.Agency.Value,
        agencyName,
        consignment.Id,
        consignment.FormedAt,
        dossier?.Title ?? consignment.FileCode ?? $"Tài liệu rời của {agencyName}",
        consignment.FileCode,
        // Named by the record's id: depositors' codes may be missing, doubled, or no file name.
        [.. claimed.Select(record => new PackagedRecord(record.Id, record.Id.Value, record.Content) { Signatures = record.Signatures })])
    {
        Described = dossier is null ? new Dictionary<string, string>() : DossierFields.Of(dossier.IsBatch ? DescriptionKind.Batch : DescriptionKind.Dossier, dossier.Fields, claimed.Count),
    };

    private async Task<RecordDescription> Describe(RecordId id, CancellationToken stop) =>
        (await records.Find(id, stop))?.Record.Description ?? throw new InvalidDataException($"Record {id} is in a consignment but is not held.");

    private async Task<IReadOnlyList<JournalEvent>> Journal(RecordId id, CancellationToken stop)
    {
        var events = new List<JournalEvent>();
        for (string? from = null; ;)
        {
            var page = await records.Journal(id, from, JournalPage, stop);
            events.AddRange(page.Events);
            if ((from = page.Continuation) is null)
                return events;
        }
    }

    /// <summary>The part is written and stored at the same time. What is kept already is still written through, because the writer measures it.</summary>
    private async Task Store(Consignment consignment, PackagePart part, CancellationToken stop)
    {
        var pipe = new Pipe();
        var writing = Fill(pipe.Writer, part, stop);
        await using (var content = pipe.Reader.AsStream())
        {
            await preserved.Keep($"{consignment.Folder}/{part.Path}", content, part.MediaType, stop);
            await content.CopyToAsync(Stream.Null, stop);
        }

        await writing;
    }

    private static async Task Fill(PipeWriter writer, PackagePart part, CancellationToken stop)
    {
        try
        {
            await using var stream = writer.AsStream(leaveOpen: true);
            await part.WriteTo(stream, stop);
            await writer.CompleteAsync();
        }
        catch (Exception failed)
        {
            await writer.CompleteAsync(failed);
            throw;
        }
    }

    private static Task Each<T>(IEnumerable<T> all, Func<T, CancellationToken, Task> work, CancellationToken stop) => Parallel.ForEachAsync(
        all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (one, working) => await work(one, working));
}
