using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An archivist orders that a record be neither moved nor destroyed (tạm giữ).</summary>
public sealed class OrderHold(TransferDesk desk, PersonsWord word, AuditTrail audit)
{
    /// <summary>The longest reason, in characters.</summary>
    private const int Longest = 1000;

    /// <summary>Answers the hold; another reason replaces the one before.</summary>
    [Function(nameof(OrderHold))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/records/{id}/hold")] HttpRequest request, string id, CancellationToken stop) =>
        desk.AnswerOf(nameof(OrderHold), request, id, async (record, caller) =>
        {
            var reason = (await OfficersDesk.Body(request, TransferJson.Letters.HoldBody, stop))?.Reason;
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > Longest)
                return Problems.Of(ProblemCode.BodyInvalid, request);

            var said = Vietnamese.Compose(reason);
            await audit.Note(AuditAct.OrderedHold, caller, record.Value, said, stop);
            return await word.Write(record, caller, held => held.Hold == said ? null : (held with { Hold = said }, $"hold=ordered; reason={JournalEvent.Plain(said)}"), anew: true, stop) is not null
                ? new JsonResult<HoldBody>(new HoldBody(said), TransferJson.Letters.HoldBody) { Headers = Caching.Never }
                : Problems.Of(ProblemCode.RecordBusy, request);
        });
}
