using Archive;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer.Api;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>An archivist accepts a consignment or returns it, by the form of its page; the word is taken as <see cref="DecideTransfer"/> takes it.</summary>
public sealed class DecideAcceptance(PageDesk desk, AcceptanceDesk acceptances, ConsignmentDecision decision)
{
    /// <summary>Goes on to the consignment's page, which says what follows; or shows it again with why the word was not taken.</summary>
    [Function(nameof(DecideAcceptance))]
    public async Task<TransferDecided> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/acceptances/{agency}/{transfer}")] HttpRequest request, string agency, string transfer, CancellationToken stop)
    {
        ConsignmentVerified? verified = null;
        var answer = await desk.AnswerFormOf(
            nameof(DecideAcceptance),
            request,
            agency,
            async (frame, known, form) =>
            {
                var (code, said) = (known.Code, form["decision"].ToString());
                if (said is not ("accept" or "return"))
                    return PageDesk.Problem(frame, ProblemCode.BodyInvalid);

                // Browsers send lines ended by two letters.
                var reason = form["reason"].ToString().ReplaceLineEndings("\n");
                var decided = await decision.Take(code, transfer, said == "accept", reason, frame.Caller, stop);
                if (decided is ConsignmentDecided.Done && said == "accept")
                    verified = new ConsignmentVerified(code.Value, transfer);
                return decided switch
                {
                    ConsignmentDecided.Done => new SeeOther($"/desk/acceptances/{code}/{transfer}"),
                    ConsignmentDecided.Unknown => PageDesk.Problem(frame, ProblemCode.NotFound),
                    ConsignmentDecided.NotHeld => await acceptances.Page(frame, code, transfer, stop, ProblemCode.TransferNotHeld, reason),
                    ConsignmentDecided.ReasonMissing => await acceptances.Page(frame, code, transfer, stop, ProblemCode.ReasonMissing, reason),
                    _ => await acceptances.Page(frame, code, transfer, stop, ProblemCode.BodyInvalid, reason),
                };
            },
            stop);
        return new TransferDecided(answer, verified);
    }
}
