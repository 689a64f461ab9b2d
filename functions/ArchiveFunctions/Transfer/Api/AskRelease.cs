using Archive;
using Archive.ReadingRoom.Audit;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Records;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Releases;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>The answer, and what follows from it.</summary>
/// <param name="Answer">For the officer.</param>
/// <param name="Asked">Where something is to be released, or an earlier wish is under way.</param>
public sealed record ReleaseAnswered(
    [property: HttpResult] IResult Answer,
    [property: ServiceBusOutput(Queues.ReleaseAsked, Connection = StorageNames.ServiceBus)] ReleaseAsked? Asked);

/// <summary>
/// An officer uses the permits of a consignment: the agency's own copies are to be destroyed. Whether each may is said at once and decided once more,
/// after its preserved copy has been read again, when its turn comes.
/// </summary>
public sealed class AskRelease(TransferDesk desk, ConsignmentTable consignments, PermitStandings permits, AuditTrail audit, TimeProvider clock)
{
    private const int MostFindings = 100;

    /// <summary>Answers 202 with the consignment, also to a second wish; 200 when all that may go is gone.</summary>
    [Function(nameof(AskRelease))]
    public async Task<ReleaseAnswered> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agencies/{agency}/transfers/{transfer}/release")] HttpRequest request,
        string agency,
        string transfer,
        CancellationToken stop)
    {
        ReleaseAsked? asked = null;
        var answer = await desk.Answer(nameof(AskRelease), request, agency, async (known, caller) =>
        {
            if (Partly(request) is not { } partly)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "partly");
            if (!ConsignmentTable.IsId(transfer) || await consignments.Find(known.Code, transfer, stop) is not { } held)
                return Problems.Of(ProblemCode.NotFound, request);

            var decided = ReleaseRequest.Decide(held.Consignment, await Standing(held.Consignment, caller.Subject, stop), partly, caller.Subject, clock.GetUtcNow());
            if (decided is ReleaseRequest.Refused refused)
                return Refusal(refused, request);
            if (decided is ReleaseRequest.Begins)
                await audit.Note(AuditAct.AskedRelease, caller, $"{known.Code}/{transfer}", null, stop);
            if (decided is ReleaseRequest.Begins begins && !await TryWrite(held, begins.Next, stop))
                return Problems.Of(ProblemCode.RecordBusy, request);

            var consignment = decided is ReleaseRequest.Begins { Next: var next } ? next : held.Consignment;
            asked = decided is ReleaseRequest.Done ? null : new ReleaseAsked(known.Code.Value, transfer, consignment.Release!.From);
            return new JsonResult<TransferBody>(TransferBody.Of(consignment, Words.LanguageOf(request)), ConsignmentJson.Letters.TransferBody, asked is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted) { Headers = Caching.Never };
        });
        return new ReleaseAnswered(answer, asked);
    }

    private async Task<IReadOnlyList<Releasing>> Standing(Consignment consignment, string officer, CancellationToken stop) => consignment.State == ConsignmentState.Done
        ? [.. (await permits.Of(await consignments.Packed(consignment.Id, stop), stop)).Select(record => Releasing.Decide(record, consignment.Id, officer, clock.GetUtcNow()))]
        : [];

    private async Task<bool> TryWrite(HeldConsignment held, Consignment next, CancellationToken stop)
    {
        try
        {
            await consignments.Write(held, next, stop);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }

    private static IResult Refusal(ReleaseRequest.Refused refused, HttpRequest request)
    {
        var code = refused.Why switch
        {
            ReleaseObstacle.PermitLapsed => ProblemCode.PermitLapsed,
            ReleaseObstacle.Held => ProblemCode.RecordOnHold,
            _ => ProblemCode.CustodyNotMoved,
        };
        return Problems.Of(code, request, findings: [.. refused.Findings.Take(MostFindings).Select(finding => FindingBody.Of(finding, Words.LanguageOf(request)))]);
    }

    private static bool? Partly(HttpRequest request) => request.Query["partly"].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => null,
    };
}
