using Archive.ReadingRoom;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>Carries a step towards an exemption out, and answers it.</summary>
public sealed class ExemptionAnswers(PersonsWord word)
{
    /// <summary>Answers the exemption as it then stands, or why it does not.</summary>
    public async Task<IResult> Take(HttpRequest request, RecordId id, Caller caller, Func<ArchiveRecord, Exempting> step, int status, CancellationToken stop)
    {
        Exempting? taken = null;
        var record = await word.Write(id, caller, record => (taken = step(record)) is Exempting.Done done ? (done.Record, done.Detail) : null, anew: false, stop);
        return (record, taken) switch
        {
            (null, _) => Problems.Of(ProblemCode.RecordBusy, request),
            (_, Exempting.NotOpen) => Problems.Of(ProblemCode.TransferNotOpen, request),
            (_, Exempting.NotProposed) => Problems.Of(ProblemCode.ExemptionNotProposed, request),
            (_, Exempting.SamePerson) => Problems.Of(ProblemCode.SecondPersonRequired, request),
            _ => Of(id, record.Exemption!, taken is Exempting.Done ? status : StatusCodes.Status200OK),
        };
    }

    internal static IResult Of(RecordId id, Exemption exemption, int status) =>
        new JsonResult<ExemptionBody>(ExemptionBody.Of(id.Value, exemption), TransferJson.Letters.ExemptionBody, status) { Headers = Caching.Never };
}
