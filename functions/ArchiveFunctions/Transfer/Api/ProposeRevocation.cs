using Archive.ReadingRoom.Audit;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer of the record's agency, or an archivist, proposes that an exemption be taken back. It holds until another person confirms.</summary>
public sealed class ProposeRevocation(TransferDesk desk, ExemptionAnswers answers, TimeProvider clock)
{
    /// <summary>Answers 201 with the exemption and the proposal; 200 where it stands so already.</summary>
    [Function(nameof(ProposeRevocation))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/records/{id}/exemption/revocation")] HttpRequest request, string id, CancellationToken stop) =>
        desk.AnswerOf(nameof(ProposeRevocation), request, id, async (record, caller) =>
        {
            if (await OfficersDesk.Body(request, TransferJson.Letters.RevocationRequestBody, stop) is not { } body)
                return Problems.Of(ProblemCode.BodyInvalid, request);
            if (Revocation.Error(body.Code, body.Evidence) is { } wrong)
                return Problems.Of(ProblemCode.RevocationInvalid, request, wrong);

            var proposal = new Revocation(body.Code!, Vietnamese.Compose(body.Evidence!), caller.Subject, clock.GetUtcNow());
            return await answers.Take(request, record, caller, AuditAct.ProposedRevocation, held => Revoking.Propose(held, proposal), decides: false, stop);
        });
}
