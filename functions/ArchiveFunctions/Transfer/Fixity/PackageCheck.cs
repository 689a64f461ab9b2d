using System.Collections.Concurrent;
using Archive.Packages;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.Extensions.Logging;

namespace ArchiveFunctions.Transfer.Fixity;

/// <summary>One portion of a package, read again.</summary>
/// <param name="Records">Its records with what failed of each, or of the package they are in; nothing for one that is sound.</param>
/// <param name="Failed">How many files failed.</param>
/// <param name="Next">The place of the next portion's first record; null behind the last.</param>
public sealed record CheckedPortion(IReadOnlyList<(PackedFiles Record, IReadOnlyList<FixityReading> Failed)> Records, int Failed, int? Next);

/// <summary>
/// Reads packages again, a portion at a time, and lets permits lapse by what it finds. The package's own files are read with the first portion; what
/// fails of them is written into the consignment before any record hears of it, so that the portions after know it too.
/// </summary>
public sealed class PackageCheck(ConsignmentTable consignments, RecordTable records, PreservedFixity preserved, TimeProvider clock, ILogger<PackageCheck> log)
{
    private const int FilesAtOnce = 4;
    private const int RecordsAtOnce = 8;

    /// <summary>Reads a portion.</summary>
    public async Task<CheckedPortion> Read(HeldConsignment held, string check, int from, CancellationToken stop)
    {
        var consignment = held.Consignment;
        var portion = PackagePortion.Of(await consignments.Files(consignment.Id, stop), from);
        var own = await Failing(consignment, check, portion.Own, stop);
        if (own.Count > 0)
            await consignments.Write(held, consignment with { Damaged = own }, stop);

        var failed = (await Failing(consignment, check, [.. portion.Records.SelectMany(record => record.Files)], stop)).ToLookup(reading => reading.Path);
        IReadOnlyList<FixityReading> damaged = own.Count > 0 ? own : consignment.Damaged;
        return new CheckedPortion(
            [.. portion.Records.Select(record => (record, (IReadOnlyList<FixityReading>)[.. damaged, .. record.Files.SelectMany(file => failed[file.Path])]))],
            own.Count + failed.Count,
            portion.Next);
    }

    /// <summary>Lets the permits of records lapse by what failed, each in one write of its row.</summary>
    public async Task Lapse(Consignment consignment, IEnumerable<(PackedFiles Record, IReadOnlyList<FixityReading> Failed)> failing, CancellationToken stop) =>
        await Parallel.ForEachAsync(failing, new ParallelOptions { MaxDegreeOfParallelism = RecordsAtOnce, CancellationToken = stop }, async (one, lapsing) =>
            await Lapse(consignment, RecordId.Parse(one.Record.RecordId), one.Failed, lapsing));

    private Task<FixityVerdict> Lapse(Consignment consignment, RecordId id, IReadOnlyList<FixityReading> failed, CancellationToken stop) => Overtaken.Repeat(async () =>
    {
        var held = await records.Find(id, stop) ?? throw new InvalidDataException($"Record {id} was transferred but is not held.");
        var verdict = FixityVerdict.Decide(held.Record, consignment.Id, failed, clock.GetUtcNow());
        await Write(held, verdict, failed, stop);
        return verdict;
    });

    private async Task Write(Held held, FixityVerdict verdict, IReadOnlyList<FixityReading> failed, CancellationToken stop)
    {
        switch (verdict)
        {
            case FixityVerdict.Lapses lapses:
                await records.Amend(held, lapses.Next, lapses.Journal, statement: null, text: null, stop);
                log.PermitLapsed(held.Record.Id.Value, failed[0].Check, failed[0].Path, failed[0].Outcome);
                break;
            case FixityVerdict.Lost lost:
                await records.Amend(held, lost.Next, lost.Journal, statement: null, text: null, stop);
                log.PreservedCopyLost(held.Record.Id.Value, failed[0].Check, failed[0].Path, failed[0].Outcome);
                break;
            default:
                break;
        }
    }

    private async Task<IReadOnlyList<FixityReading>> Failing(Consignment consignment, string check, IReadOnlyList<PackedFile> files, CancellationToken stop)
    {
        var failing = new ConcurrentBag<FixityReading>();
        await Parallel.ForEachAsync(files.Select(Expected), new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce, CancellationToken = stop }, async (file, reading) =>
        {
            if (await preserved.Read(check, consignment.Folder, file, reading) is { Finding: not null } failed)
                failing.Add(failed);
        });
        return [.. failing.OrderBy(reading => reading.Path, StringComparer.Ordinal)];

        // The receipt was signed over this one.
        PackedFile Expected(PackedFile file) => file.Path == PackageNames.Mets ? file with { Sha256 = consignment.RootMets ?? file.Sha256 } : file;
    }
}
