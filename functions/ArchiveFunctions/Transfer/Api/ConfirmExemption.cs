using Archive.ReadingRoom;
using Archive.Transfer;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An archivist who did not propose it confirms an exemption: the record's clock stops.</summary>
public sealed class ConfirmExemption(TransferDesk desk, ExemptionAnswers answers, TimeProvider clock)
{
    /// <summary>Answers the exemption, now in force.</summary>
    [Function(nameof(ConfirmExemption))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/records/{id}/exemption/confirmation")] HttpRequest request, string id, CancellationToken stop) =>
        desk.AnswerOf(request, id, (_, caller) => caller.Is(Role.Archivist), async (record, caller) =>
            await OfficersDesk.Body(request, TransferJson.Letters.ExemptionConfirmationBody, stop) is { } body
                ? await answers.Take(request, record, caller, held => Exempting.Confirm(held, body.Proposal, caller.Subject, clock.GetUtcNow()), StatusCodes.Status200OK, stop)
                : Problems.Of(ProblemCode.BodyInvalid, request));
}
