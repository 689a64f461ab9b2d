using Archive.ReadingRoom.Audit;
using Archive.Transfer;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An archivist who did not propose it confirms an exemption: the record's clock stops, or goes on towards the end of the longer term.</summary>
public sealed class ConfirmExemption(TransferDesk desk, ExemptionAnswers answers, PolicyTable policies, TimeProvider clock)
{
    /// <summary>Answers the exemption, now in force.</summary>
    [Function(nameof(ConfirmExemption))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/records/{id}/exemption/confirmation")] HttpRequest request, string id, CancellationToken stop) =>
        desk.AnswerOf(nameof(ConfirmExemption), request, id, async (record, caller) =>
        {
            if (await OfficersDesk.Body(request, TransferJson.Letters.ExemptionConfirmationBody, stop) is not { } body)
                return Problems.Of(ProblemCode.BodyInvalid, request);

            var now = clock.GetUtcNow();
            var policy = await policies.InForce(Today.Of(now), stop);
            return await answers.Take(request, record, caller, AuditAct.ConfirmedExemption, held => Exempting.Confirm(held, body.Proposal, caller.Subject, policy, now), decides: true, stop);
        });
}
