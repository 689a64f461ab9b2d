using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Receipts;
using EmbeddedHost.Triggers;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>
/// A transfer may end at any of its writes. Each is found by letting transfers die at the first, the second, and so on, until one comes to its
/// end alive. Dying after a write is dying before the next.
/// </summary>
public sealed class TransferKillStories(KillStories.KillableArchive archive) : IClassFixture<KillStories.KillableArchive>
{
    [Fact]
    public async Task A_transfer_that_ends_at_any_write_leaves_one_custodian_and_the_next_run_finishes_it()
    {
        var write = 0;
        do
        {
            write++;
            var agency = await archive.NewAgency();
            var content = Documents.Pdf($"Killed on its way to the city at write {write}");
            await agency.Describes("a.pdf", PunctualArchive.Complete("15/03/1998"));
            await agency.Puts("a.pdf", content);
            await archive.Settles();

            archive.Death.At(write - 1, written: false);
            await Goes();
            using var officer = await agency.Officer();
            Assert.Equal(content, await officer.GetByteArrayAsync($"api/records/{(await agency.Record(content))!.Id}/content"));
            await Goes();
            await IsTransferredOnce(agency, content, write);
        }
        while (archive.Death.HasCome);

        // From the agenda to the index: a transfer whose writes were not seen would make this test say nothing.
        Assert.InRange(write, 20, 80);
    }

    /// <summary>A night and the quarters of an hour after it; a timer's run that dies is not repeated before its next time.</summary>
    private async Task Goes()
    {
        foreach (var timer in new[] { "SweepDeadlines", "FormConsignments" })
        {
            try
            {
                await archive.Get<FunctionRuntime>().RunAsync(timer);
            }
            catch (KillStories.KilledException)
            {
                // What this case is about.
            }

            await archive.Settles();
        }
    }

    private async Task IsTransferredOnce(Depositor agency, byte[] content, int write)
    {
        var record = (await agency.Record(content))!;
        Assert.True((Custody.Historical, ClockState.Transferred) == (record.Custody, record.Transfer!.State), $"Write {write} leaves {record.Custody}, {record.Transfer.State}.");
        var journal = (await archive.Get<RecordTable>().Journal(record.Id, null, 100, CancellationToken.None)).Events;
        Assert.Single(journal, line => line.Type == EventTypes.Transfer);
        Assert.Single(await archive.Get<ReceiptBook>().Chain(agency.Code, CancellationToken.None));
        Assert.Equal([ConsignmentState.Done], await archive.Get<ConsignmentTable>().Of(agency.Code, CancellationToken.None).Select(one => one.State).ToListAsync());
        Assert.DoesNotContain(record.Id, await archive.Get<AgendaTable>().Until(new DateOnly(2040, 1, 1), CancellationToken.None).Select(one => one.Id).ToListAsync());
        Assert.DoesNotContain(agency.Code, await archive.Get<WaitingTable>().Groups(CancellationToken.None).Select(group => group.Agency).ToListAsync());
    }
}
