using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Board;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>
/// Counts what the board shows, so that nobody's looking at it does: the present month hourly, a month that is over once more and then never again,
/// and what is overdue after each night. What a run costs grows with a month's records and with what is overdue, not with the archive's. A run that ends early is made good by the next.
/// </summary>
public sealed class CountBoard(BoardTable board, CatalogueIndex index, UploadTable uploads, AgencyRegister agencies, DeadlineTable deadlines, RecordTable records, TimeProvider clock)
{
    /// <summary>An archive that is counted for the first time goes on with the next run.</summary>
    private const int MostMonths = 24;

    /// <summary>Overdue records looked at at once.</summary>
    private const int AtATime = 32;

    /// <summary>Runs every ten minutes; most runs find nothing to do.</summary>
    [Function(nameof(CountBoard))]
    public async Task Run([TimerTrigger("0 2/10 * * * *")] TimerInfo timer, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var first = await index.FirstAdmitted(stop) is { } moment ? VietnamTime.At(moment) : (DateTimeOffset?)null;
        var counted = await board.Months(stop).ToListAsync(stop);
        foreach (var month in IngestMonth.Open(first is { } at ? new DateOnly(at.Year, at.Month, 1) : null, counted, now, MostMonths))
            await board.Write(await Count(month, now, stop), stop);
        if (OverdueCount.IsStale(await board.OverdueCount(stop), now))
            await board.Write(await Overdue(now, stop), stop);
    }

    private async Task<IngestMonth> Count(DateOnly month, DateTimeOffset now, CancellationToken stop)
    {
        var (from, until) = (IngestMonth.StartOf(month), IngestMonth.StartOf(month.AddMonths(1)));
        var counts = new Dictionary<string, AgencyIngest>();
        await foreach (var (agency, size) in index.Admitted(from, until, stop))
            counts[agency] = counts.GetValueOrDefault(agency, AgencyIngest.None).With(size);
        foreach (var folder in (await agencies.All(stop)).Keys.Select(code => code.Value).Append(UploadTable.Strangers))
        {
            var refused = await uploads.Refused(folder, from, until, stop).ToListAsync(stop);
            if (refused.Count > 0)
                counts[folder] = counts.GetValueOrDefault(folder, AgencyIngest.None) with { Uploads = refused.Count, Refused = refused.SelectMany(codes => codes).CountBy(code => code).ToDictionary() };
        }

        return new IngestMonth(month, now, counts);
    }

    private async Task<OverdueCount> Overdue(DateTimeOffset now, CancellationToken stop)
    {
        var counts = new Dictionary<string, Dictionary<string, int>>();
        await foreach (var month in deadlines.Months(DateOnly.MinValue, Today.Of(now), stop))
        {
            await foreach (var portion in deadlines.Overdue(month, stop).Chunk(AtATime).WithCancellation(stop))
            {
                foreach (var (agency, _) in await Known(portion, stop))
                {
                    var months = counts.TryGetValue(agency.Value, out var known) ? known : counts[agency.Value] = [];
                    var name = $"{month:yyyy-MM}";
                    months[name] = months.GetValueOrDefault(name) + 1;
                }
            }
        }

        return new OverdueCount(now, counts.ToDictionary(agency => agency.Key, IReadOnlyDictionary<string, int> (agency) => agency.Value));
    }

    /// <summary>Those that somebody may know of: what is withheld is in no number, as it is in no list (<see cref="ShowOverdue"/>).</summary>
    private async Task<IEnumerable<(AgencyCode Agency, RecordId Record)>> Known(IReadOnlyList<(AgencyCode Agency, RecordId Record)> overdue, CancellationToken stop)
    {
        var rows = await Task.WhenAll(overdue.Select(one => records.Find(one.Record, stop)));
        return overdue.Zip(rows).Where(one => one.Second is { } held && Visibility.ReadersOf(held.Record).Count > 0).Select(one => one.First);
    }
}
