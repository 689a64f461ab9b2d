using Archive;
using Archive.Description;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>The answer, and what follows from it.</summary>
/// <param name="Answer">For the archivist.</param>
/// <param name="Changed">Where something new is said of the record, or was by the same form before.</param>
public sealed record RecordReviewed(
    [property: HttpResult] IResult Answer,
    [property: ServiceBusOutput(Queues.RecordChanged, Connection = StorageNames.ServiceBus)] RecordChanged? Changed);

/// <summary>
/// An archivist says what a record's description should be. It stands beside what depositor and document say, with the person's name in the journal;
/// the clock is set anew, since it may run by another date or retention now. A form sent twice is taken once and announced twice.
/// </summary>
public sealed class ReviewRecord(PageDesk desk, ReviewDesk reviews, ReviewQueue queue, CorrectionTable corrections, PersonsWord word, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Goes on with the next record, or shows the form again, with what was typed and why it was not taken.</summary>
    [Function(nameof(ReviewRecord))]
    public async Task<RecordReviewed> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/review/{id}")] HttpRequest request, string id, CancellationToken stop)
    {
        RecordChanged? changed = null;
        var answer = await desk.AnswerForm(
            request,
            async (frame, form) =>
            {
                var (record, refusal) = await reviews.Find(nameof(ReviewRecord), id, frame, stop, isForm: true);
                if (refusal is not null)
                    return refusal;

                var typed = ReviewField.Of(record!).Where(field => form.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => form[field.Name].ToString());
                var (outcome, written) = await Say(record!, form["shown"].ToString(), typed, frame.Caller, stop);
                if (outcome is Reviewing.Taken or Reviewing.Stands && written is not null)
                {
                    changed = new RecordChanged(written.Id.Value, written.Version);
                    return await GoOn(frame, written.Id, stop);
                }

                // As it is now: what overtook the form is shown beside what was typed.
                var (present, gone) = await reviews.Find(nameof(ReviewRecord), id, frame, stop, isForm: true);
                return gone ?? await reviews.Page(frame, present!, Notice(outcome), stop, typed, (outcome as Reviewing.Unusable)?.Expected);
            },
            stop);
        return new RecordReviewed(answer, changed);
    }

    /// <summary>Marks the record before it is written: a run that ends before its announcement is then found (<see cref="ReconcileCorrections"/>).</summary>
    private async Task<(Reviewing Outcome, ArchiveRecord? Written)> Say(ArchiveRecord record, string shown, IReadOnlyDictionary<string, string> typed, Caller person, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var outcome = Reviewing.Decide(record, shown, typed, person.Subject, now);
        if (outcome is not (Reviewing.Taken or Reviewing.Stands))
            return (outcome, null);

        await audit.Note(AuditAct.Corrected, person, record.Id.Value, null, stop);
        await corrections.Put(record.Id, stop);
        var written = await word.Write(
            record.Id,
            person,
            held => (outcome = Reviewing.Decide(held, shown, typed, person.Subject, now)) is Reviewing.Taken taken ? (taken.Next, taken.Detail) : null,
            anew: true,
            stop,
            EventTypes.MetadataModification);
        return (written is null ? new Reviewing.Busy() : outcome, written);
    }

    private async Task<IResult> GoOn(PageFrame frame, RecordId done, CancellationToken stop)
    {
        var (reason, agency) = (frame.Query.GetValueOrDefault("reason"), frame.Query.GetValueOrDefault("agency"));
        var path = await Next(frame.Caller, reason, agency, done, stop) is { } next ? $"/desk/review/{next}" : "/desk/review";
        return new SeeOther(PageFrame.To(path, ("reason", reason), ("agency", agency), ("saved", "1")));
    }

    /// <summary>What was said is saved, whether or not the search service can be asked for the next record.</summary>
    private async Task<RecordId?> Next(Caller caller, string? reason, string? agency, RecordId done, CancellationToken stop)
    {
        try
        {
            return await queue.Next(caller, reason, agency, done, stop);
        }
        catch (Exception passing) when (Fault.IsPassing(passing))
        {
            return null;
        }
    }

    private static ReviewNotice Notice(Reviewing outcome) => outcome switch
    {
        Reviewing.Unusable => ReviewNotice.Unusable,
        Reviewing.Overtaken => ReviewNotice.Overtaken,
        _ => ReviewNotice.Busy,
    };
}
