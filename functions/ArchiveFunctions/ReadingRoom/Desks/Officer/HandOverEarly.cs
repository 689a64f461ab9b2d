using Archive;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>The answer, and what follows from it.</summary>
/// <param name="Answer">For the officer.</param>
/// <param name="Rest">The rest of a large dossier.</param>
public sealed record HandedOverEarly(
    [property: HttpResult] IResult Answer,
    [property: ServiceBusOutput(Queues.DossierOffered, Connection = StorageNames.ServiceBus)] DossierOffered? Rest);

/// <summary>The form of the schedule and of a dossier: records are handed over before their time. Sent twice, they wait once.</summary>
public sealed class HandOverEarly(PageDesk desk, EarlyHandover handover)
{
    /// <summary>Shows what waits now and what is kept.</summary>
    [Function(nameof(HandOverEarly))]
    public async Task<HandedOverEarly> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "desk/agencies/{agency}/early")] HttpRequest request, string agency, CancellationToken stop)
    {
        DossierOffered? rest = null;
        var answer = await desk.AnswerFormOf(nameof(HandOverEarly), request, agency, async (frame, known, form) =>
        {
            if (form["dossier"].ToString() is { Length: > 0 } dossier)
            {
                var outcome = await handover.OfDossier(known.Code, frame.Caller, dossier, stop);
                rest = outcome is HandedOver.Taken { Part.Next: { } next } ? new DossierOffered(known.Code.Value, dossier, next.Value) : null;
                return Said(frame, known, dossier, outcome);
            }

            return form["record"] is { Count: > 0 and <= EarlyHandover.Most } ids
                ? Said(frame, known, null, await handover.OfRecords(known.Code, frame.Caller, [.. ids.OfType<string>()], stop))
                : PageDesk.Problem(frame, ProblemCode.BodyInvalid);
        }, stop);
        return new HandedOverEarly(answer, rest);
    }

    private static IResult Said(PageFrame frame, Agency agency, string? dossier, HandedOver outcome) => outcome switch
    {
        HandedOver.Taken taken => new PageResult<DossierPage>(frame, new DossierView(agency, dossier, taken.Part, IsAsked: true)),
        HandedOver.NotOpen => PageDesk.Problem(frame, ProblemCode.TransferNotOpen),
        _ => PageDesk.Problem(frame, ProblemCode.NotFound),
    };
}
