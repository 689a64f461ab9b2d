using Archive;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Fixity;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Releases;

/// <summary>
/// An officer uses the permits of a consignment. Each preserved file is read and compared once more in this very run; then the record's row says that
/// its permit is used, and after that the agency's copy is destroyed. Killed anywhere, the record stays readable, and the repeated message reads,
/// compares and destroys again.
/// </summary>
public sealed class ReleaseCopies(ConsignmentTable consignments, PackageCheck check, RecordTable records, Vault vault, TimeProvider clock)
{
    private const int AtOnce = 8;

    /// <summary>Releases one portion and announces the next.</summary>
    [Function(nameof(ReleaseCopies))]
    [ServiceBusOutput(Queues.ReleaseAsked, Connection = StorageNames.ServiceBus)]
    public async Task<ReleaseAsked?> Run([ServiceBusTrigger(Queues.ReleaseAsked, Connection = StorageNames.ServiceBus)] ReleaseAsked asked, CancellationToken stop)
    {
        var held = await consignments.Find(AgencyCode.Parse(asked.Agency), asked.Consignment, stop) ?? throw new InvalidDataException($"Consignment {asked.Consignment} is to be released but is not held.");
        if (held.Consignment is not { State: ConsignmentState.Done, Release: { DoneAt: null } release })
            return null;

        var portion = await check.Read(held, release.Check, asked.From, stop);
        await check.Lapse(held.Consignment, portion.Records.Where(record => record.Failed.Count > 0), stop);
        await Parallel.ForEachAsync(portion.Records.Where(record => record.Failed.Count == 0), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (sound, releasing) =>
            await Release(held.Consignment, release, sound.Record, releasing));
        if (portion.Next is not { } next)
        {
            await Conclude(asked, release, stop);
            return null;
        }

        await Note(asked, release, next, stop);
        return asked with { From = next };
    }

    /// <summary>
    /// A large package takes hours. The note shows reconciliation that the run goes on, and where it stopped if it has: otherwise a second one would be
    /// sent after it every hour, each from the beginning.
    /// </summary>
    private Task<HeldConsignment> Note(ReleaseAsked asked, CopyRelease release, int next, CancellationToken stop) => Overtaken.Repeat(async () =>
    {
        var held = (await consignments.Find(AgencyCode.Parse(asked.Agency), asked.Consignment, stop))!;
        return held.Consignment.Release is { DoneAt: null } noted && noted.At == release.At && noted.From < next
            ? await consignments.Write(held, held.Consignment with { Release = noted with { From = next } }, stop)
            : held;
    });

    private Task<Releasing> Release(Consignment consignment, CopyRelease release, PackedFiles preserved, CancellationToken stop) => Overtaken.Repeat(async () =>
    {
        var held = await records.Find(RecordId.Parse(preserved.RecordId), stop) ?? throw new InvalidDataException($"Record {preserved.RecordId} was transferred but is not held.");
        var released = Releasing.Decide(held.Record, consignment.Id, release.By, clock.GetUtcNow());
        if (released is Releasing.Kept)
            return released;

        MustBeWhatIsRead(held.Record, consignment, preserved);
        if (released is Releasing.Use use)
            await records.Amend(held, use.Next, [use.Journal], statement: null, text: null, stop);
        await vault.Remove(held.Record, stop);
        return released;
    });

    /// <summary>What was compared must be the very file readers are given, and the very bytes the agency's copy has. Only a broken list of files can say otherwise.</summary>
    private static void MustBeWhatIsRead(ArchiveRecord record, Consignment consignment, PackedFiles preserved)
    {
        if (!preserved.Files.Any(file => file.IsContent && file.Sha256 == record.Content.Digest.Value && record.Preserved == $"{consignment.Folder}/{file.Path}"))
            throw new InvalidDataException($"Record {record.Id} is not released: consignment {consignment.Id} lists other bytes than it has.");
    }

    private async Task Conclude(ReleaseAsked asked, CopyRelease release, CancellationToken stop)
    {
        var held = (await consignments.Find(AgencyCode.Parse(asked.Agency), asked.Consignment, stop))!;
        await consignments.Write(held, held.Consignment with { Release = release with { DoneAt = clock.GetUtcNow() }, Damaged = held.Consignment.DamageAfter(release.Check) }, stop);
    }
}
