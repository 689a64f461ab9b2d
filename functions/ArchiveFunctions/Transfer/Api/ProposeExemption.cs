using Archive.ReadingRoom.Audit;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer of the record's agency, or an archivist, proposes that a record need not be transferred. Nothing stops until another person confirms.</summary>
public sealed class ProposeExemption(TransferDesk desk, ExemptionAnswers answers, PolicyTable policies, TimeProvider clock)
{
    /// <summary>Answers 201 with the proposal; 200 where it stands so already.</summary>
    [Function(nameof(ProposeExemption))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/records/{id}/exemption")] HttpRequest request, string id, CancellationToken stop) =>
        desk.AnswerOf(nameof(ProposeExemption), request, id, async (record, caller) =>
        {
            if (await OfficersDesk.Body(request, TransferJson.Letters.ExemptionRequestBody, stop) is not { } body)
                return Problems.Of(ProblemCode.BodyInvalid, request);
            if (Exemption.Error(body.Code, body.Evidence, body.LegalBasis, body.Until) is { } wrong)
                return Problems.Of(ProblemCode.ExemptionInvalid, request, wrong);

            var proposal = new Exemption(body.Code!, Vietnamese.Compose(body.Evidence!), Vietnamese.Compose(body.LegalBasis!), caller.Subject, clock.GetUtcNow(), Until: body.Until);
            var policy = await policies.InForce(Today.Of(proposal.ProposedAt), stop);
            return await answers.Take(request, record, caller, AuditAct.ProposedExemption, held => Exempting.Propose(held, proposal, policy), decides: false, stop);
        });
}
