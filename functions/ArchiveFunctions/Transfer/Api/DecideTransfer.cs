using Archive;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
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

/// <summary>
/// An archivist accepts a consignment that waits for it, or returns it with reasons: its records then stay with their agency and keep their
/// clocks, and go out again once something is said of them anew.
/// </summary>
public sealed class DecideTransfer(TransferDesk desk, ConsignmentTable consignments, ConsignmentClaims claims, AuditTrail audit)
{
    private const int LongestReason = 1000;

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
            if (await OfficersDesk.Body(request, ConsignmentJson.Letters.DecisionBody, stop) is not { Accept: { } accept } said || said.Reason?.Length > LongestReason)
                return Problems.Of(ProblemCode.BodyInvalid, request);
            if (!accept && string.IsNullOrWhiteSpace(said.Reason))
                return Problems.Of(ProblemCode.ReasonMissing, request, "reason");
            if (!ConsignmentTable.IsId(transfer) || await consignments.Find(known.Code, transfer, stop) is not { } held)
                return Problems.Of(ProblemCode.NotFound, request);
            if (held.Consignment.State != ConsignmentState.Held)
                return Problems.Of(ProblemCode.TransferNotHeld, request);

            await audit.Note(accept ? AuditAct.AcceptedTransfer : AuditAct.ReturnedTransfer, caller, $"{known.Code}/{transfer}", accept ? null : said.Reason, stop);
            var next = accept
                ? (await consignments.Write(held, held.Consignment with { State = ConsignmentState.Verified, DecidedBy = caller.Subject }, stop)).Consignment
                : await Return(held, Vietnamese.Compose(said.Reason!), caller, stop);
            if (accept)
                verified = new ConsignmentVerified(known.Code.Value, transfer);
            return new JsonResult<TransferBody>(TransferBody.Of(next, Words.LanguageOf(request)), ConsignmentJson.Letters.TransferBody) { Headers = Caching.Never };
        });
        return new TransferDecided(answer, verified);
    }

    /// <summary>Records first, the consignment last: asked again after a kill, it is still waiting.</summary>
    private async Task<Consignment> Return(HeldConsignment held, string reason, Caller caller, CancellationToken stop)
    {
        await claims.GiveBack(held.Consignment, _ => Finding.Of(FindingCodes.TransferReturned, "record", reason), stop);
        return (await consignments.Write(held, held.Consignment with { State = ConsignmentState.Returned, DecidedBy = caller.Subject, Reason = reason }, stop)).Consignment;
    }
}
