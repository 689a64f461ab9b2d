using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>Carries a step towards an exemption, or towards its end, out, and answers it.</summary>
public sealed class ExemptionAnswers(PersonsWord word, AuditTrail audit)
{
    /// <summary>Answers the exemption as it then stands, or why it does not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The record.</param>
    /// <param name="caller">Who takes the step.</param>
    /// <param name="act">What the audit calls it.</param>
    /// <param name="step">The step.</param>
    /// <param name="decides">Whether it is the second person's, so that the clock is set anew.</param>
    /// <param name="stop">Stops.</param>
    public async Task<IResult> Take(HttpRequest request, RecordId id, Caller caller, AuditAct act, Func<ArchiveRecord, Exempting> step, bool decides, CancellationToken stop)
    {
        await audit.Note(act, caller, id.Value, null, stop);
        Exempting? taken = null;
        var record = await word.Write(id, caller, record => (taken = step(record)) is Exempting.Done done ? (done.Record, done.Detail) : null, anew: decides, stop);
        return (record, taken) switch
        {
            (null, _) => Problems.Of(ProblemCode.RecordBusy, request),
            (_, Exempting.NotOpen) => Problems.Of(ProblemCode.TransferNotOpen, request),
            (_, Exempting.NotProposed) => Problems.Of(ProblemCode.ExemptionNotProposed, request),
            (_, Exempting.SamePerson) => Problems.Of(ProblemCode.SecondPersonRequired, request),
            (_, Exempting.NotInForce) => Problems.Of(ProblemCode.ExemptionNotInForce, request),
            (_, Exempting.EndsTooSoon) => Problems.Of(ProblemCode.ExemptionInvalid, request, "until"),
            (_, Exempting.EndsTooLate) => Problems.Of(ProblemCode.ExemptionTooLong, request, "until"),
            _ => Of(id, record.Exemption!, taken is Exempting.Done && !decides ? StatusCodes.Status201Created : StatusCodes.Status200OK),
        };
    }

    internal static IResult Of(RecordId id, Exemption exemption, int status) =>
        new JsonResult<ExemptionBody>(ExemptionBody.Of(id.Value, exemption), TransferJson.Letters.ExemptionBody, status) { Headers = Caching.Never };
}
