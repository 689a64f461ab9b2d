using Archive.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An archivist lifts a hold: what else there is to do about the record goes on.</summary>
public sealed class LiftHold(TransferDesk desk, PersonsWord word, AuditTrail audit)
{
    /// <summary>Answers 204, also where there was no hold.</summary>
    [Function(nameof(LiftHold))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/records/{id}/hold")] HttpRequest request, string id, CancellationToken stop) =>
        desk.AnswerOf(nameof(LiftHold), request, id, async (record, caller) =>
        {
            await audit.Note(AuditAct.LiftedHold, caller, record.Value, null, stop);
            return await word.Write(record, caller, held => held.Hold is null ? null : (held with { Hold = null }, "hold=lifted"), anew: true, stop) is not null
                ? Results.NoContent()
                : Problems.Of(ProblemCode.RecordBusy, request);
        });
}
