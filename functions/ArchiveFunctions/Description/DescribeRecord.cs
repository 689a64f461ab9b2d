using Archive;
using Archive.Accession;
using Archive.Description;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Description;

/// <summary>
/// A record was admitted, or restated: reads its content, sets the document's own values beside the depositor's, and writes the next version.
/// Redelivered, it finds the record described and only repeats the announcement. The inbox is cleared after that write, as until then the
/// blob marks work to do.
/// </summary>
public sealed class DescribeRecord(RecordTable records, Vault vault, DocumentReader reader, ClockKeeper clocks, Inbox inbox, TimeProvider clock)
{
    /// <summary>Large documents are read a megabyte at a time.</summary>
    private const int Buffer = 1 << 20;

    /// <summary>Small ones with a single request.</summary>
    private const long Whole = ContentPass.Whole;

    /// <summary>Describes one record and announces that it has changed; nothing for a message that a later one has overtaken.</summary>
    [Function(nameof(DescribeRecord))]
    [ServiceBusOutput(Queues.RecordChanged, Connection = StorageNames.ServiceBus)]
    public Task<RecordChanged?> Run([ServiceBusTrigger(Queues.RecordAdmitted, Connection = StorageNames.ServiceBus)] RecordAdmitted admitted, CancellationToken stop) =>
        // A sidecar may restate the record while its document is being read.
        Overtaken.Repeat(async () =>
        {
            using var step = Telemetry.Step(nameof(DescribeRecord), admitted.RecordId);
            var held = await records.Find(RecordId.Parse(admitted.RecordId), stop) ?? throw new InvalidDataException($"Record {admitted.RecordId} was announced but is not held.");
            if (Describing.IsOvertaken(held.Record, admitted))
                return null;

            var record = held.Record.Status == RecordStatus.Admitted ? await Describe(held, stop) : held.Record;
            // What nobody can say the due day of, and never could, enters the schedule with many others when it is indexed.
            if (record.Transfer is not { State: ClockState.Undetermined, Replaces: null })
                await clocks.Follow(record, held.Record.Transfer, stop);
            foreach (var origin in record.Origins)
                await inbox.Clear(origin, stop);
            return new RecordChanged(record.Id.Value, record.Version);
        });

    private async Task<ArchiveRecord> Describe(Held held, CancellationToken stop)
    {
        await using var content = await Open(held.Record, stop);
        var reading = await reader.ReadAsync(content, held.Record.Content.Size, held.Record.Content.Format, stop);
        reading = reading.Keeping(RecordTable.Fit(reading.Text));
        var described = Describing.Of(held.Record, reading, Admission.Agent, clock.GetUtcNow());
        var record = described.Record with { Transfer = await clocks.Set(described.Record, stop) };
        IReadOnlyList<JournalEvent> journal = [.. described.Journal, .. ClockSetting.Lines(record, held.Record.Transfer, Admission.Agent, clock.GetUtcNow())];

        // A record that loses its clock leaves the schedule first: once it is written, nothing says where it stood.
        if (record.Transfer is null && held.Record.Transfer is not null)
            await clocks.Follow(record, held.Record.Transfer, stop);
        await records.Amend(held, record, journal, statement: null, reading.Text, stop);
        return record;
    }

    private async Task<Stream> Open(ArchiveRecord record, CancellationToken stop)
    {
        var blob = vault.Content(record);
        return record.Content.Size <= Whole
            ? (await blob.DownloadContentAsync(stop)).Value.Content.ToStream()
            : await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = Buffer }, stop);
    }
}
