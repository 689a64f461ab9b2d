using Archive;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Records;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>The answer, and what follows from it.</summary>
/// <param name="Answer">For the archivist.</param>
/// <param name="Verified">Where the consignment was accepted.</param>
public sealed record TransferDecided(
    [property: HttpResult] IResult Answer,
    [property: ServiceBusOutput(Queues.ConsignmentVerified, Connection = StorageNames.ServiceBus)] ConsignmentVerified? Verified);

/// <summary>An archivist accepts a consignment that waits for it, or returns it with reasons (<see cref="ConsignmentDecision"/>).</summary>
public sealed class DecideTransfer(TransferDesk desk, ConsignmentDecision decision)
{
    /// <summary>Answers the consignment as it stands then. Said twice, it is done once.</summary>
    [Function(nameof(DecideTransfer))]
    public async Task<TransferDecided> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agencies/{agency}/transfers/{transfer}/decision")] HttpRequest request,
        string agency,
        string transfer,
        CancellationToken stop)
    {
        ConsignmentVerified? verified = null;
        var answer = await desk.Answer(nameof(DecideTransfer), request, agency, async (known, caller) =>
        {
            if (await OfficersDesk.Body(request, ConsignmentJson.Letters.DecisionBody, stop) is not { Accept: { } accept } said)
                return Problems.Of(ProblemCode.BodyInvalid, request);

            var decided = await decision.Take(known.Code, transfer, accept, said.Reason, caller, stop);
            if (decided is ConsignmentDecided.Done && accept)
                verified = new ConsignmentVerified(known.Code.Value, transfer);
            return decided switch
            {
                ConsignmentDecided.Done done => new JsonResult<TransferBody>(TransferBody.Of(done.Consignment, Words.LanguageOf(request)), ConsignmentJson.Letters.TransferBody) { Headers = Caching.Never },
                ConsignmentDecided.ReasonTooLong => Problems.Of(ProblemCode.BodyInvalid, request),
                ConsignmentDecided.ReasonMissing => Problems.Of(ProblemCode.ReasonMissing, request, "reason"),
                ConsignmentDecided.NotHeld => Problems.Of(ProblemCode.TransferNotHeld, request),
                _ => Problems.Of(ProblemCode.NotFound, request),
            };
        });
        return new TransferDecided(answer, verified);
    }
}
