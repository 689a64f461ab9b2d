using Archive.ReadingRoom.Audit;
using Archive.Transfer;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An archivist who did not propose it confirms that an exemption is taken back: the record's clock goes on.</summary>
public sealed class ConfirmRevocation(TransferDesk desk, ExemptionAnswers answers, TimeProvider clock)
{
    /// <summary>Answers the exemption, no longer in force.</summary>
    [Function(nameof(ConfirmRevocation))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/records/{id}/exemption/revocation/confirmation")] HttpRequest request, string id, CancellationToken stop) =>
        desk.AnswerOf(nameof(ConfirmRevocation), request, id, async (record, caller) =>
            await OfficersDesk.Body(request, TransferJson.Letters.ExemptionConfirmationBody, stop) is { } body
                ? await answers.Take(request, record, caller, AuditAct.ConfirmedRevocation, held => Revoking.Confirm(held, body.Proposal, caller.Subject, clock.GetUtcNow()), decides: true, stop)
                : Problems.Of(ProblemCode.BodyInvalid, request));
}
