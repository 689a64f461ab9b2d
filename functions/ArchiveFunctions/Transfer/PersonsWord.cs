using Archive.Accession;
using Archive.ReadingRoom;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure;

namespace ArchiveFunctions.Transfer;

/// <summary>Writes what a person decided about a record, with the journal line that names the person; schedule and agenda follow.</summary>
public sealed class PersonsWord(RecordTable records, ClockKeeper clocks, TimeProvider clock)
{
    /// <summary>Decides by the record as it is and writes what comes of it.</summary>
    /// <param name="id">The record.</param>
    /// <param name="person">Who decided.</param>
    /// <param name="decide">The record's next state, of no version yet, and the journal's detail; null where it stands so already or may not.</param>
    /// <param name="anew">Whether the decision may have removed what kept the record, so that its clock is set anew.</param>
    /// <param name="stop">Stops.</param>
    /// <param name="type">What the journal calls it.</param>
    /// <returns>The record as it then is; null when others are writing it, so that the person must come again.</returns>
    public async Task<ArchiveRecord?> Write(RecordId id, Caller person, Func<ArchiveRecord, (ArchiveRecord Next, string Detail)?> decide, bool anew, CancellationToken stop, string type = EventTypes.PolicyAssignment)
    {
        try
        {
            return await Overtaken.Repeat(() => Decide(id, person, decide, anew, type, stop));
        }
        catch (RequestFailedException busy) when (busy.Status == 412)
        {
            return null;
        }
    }

    private async Task<ArchiveRecord?> Decide(RecordId id, Caller person, Func<ArchiveRecord, (ArchiveRecord Next, string Detail)?> decide, bool anew, string type, CancellationToken stop)
    {
        var held = await records.Find(id, stop) ?? throw new InvalidDataException($"Record {id} is gone.");

        // What is to be described anew has its message under way, which a write would overtake.
        if (held.Record.Status == RecordStatus.Admitted)
            return null;

        var record = decide(held.Record) is var (next, detail) ? await Amend(held, next, detail, person, anew, type, stop) : held.Record;
        await clocks.Follow(record, held.Record.Transfer, stop);
        return record;
    }

    private async Task<ArchiveRecord> Amend(Held held, ArchiveRecord next, string detail, Caller person, bool anew, string type, CancellationToken stop)
    {
        var record = next with { Version = held.Record.Version + 1, Transfer = anew ? await clocks.Set(next, stop) : next.Transfer };
        var journal = new JournalEvent(type, clock.GetUtcNow(), person.Subject, Admission.Agent, EventOutcome.Success, detail);
        IReadOnlyList<JournalEvent> lines = [journal, .. ClockSetting.Lines(record, held.Record.Transfer, Admission.Agent, clock.GetUtcNow())];

        // Nobody may come back to repeat what follows the write.
        if (record.Transfer != held.Record.Transfer)
            await clocks.Put(record, stop);
        await records.Amend(held, record, lines, statement: null, text: null, stop);
        return record;
    }
}
