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
/// <param name="Answer">For the officer.</param>
/// <param name="Rest">The rest of a large dossier.</param>
public sealed record EarlyTransferAsked(
    [property: HttpResult] IResult Answer,
    [property: ServiceBusOutput(Queues.DossierOffered, Connection = StorageNames.ServiceBus)] DossierOffered? Rest);

/// <summary>
/// An officer hands records over before their time, singly or all those of a dossier. They wait with what is due, and go with the next
/// consignment of their dossier; what keeps one is said at once.
/// </summary>
public sealed class TransferEarly(TransferDesk desk, EarlyHandover handover)
{
    /// <summary>
    /// Answers 202 with what waits and what is kept. A record, or dossier, of another agency, or a record withheld, is answered as one that
    /// does not exist. Of a large dossier the first portion is answered and the rest goes on by message.
    /// </summary>
    [Function(nameof(TransferEarly))]
    public async Task<EarlyTransferAsked> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agencies/{agency}/transfers")] HttpRequest request, string agency, CancellationToken stop)
    {
        DossierOffered? rest = null;
        var answer = await desk.Answer(nameof(TransferEarly), request, agency, async (known, caller) =>
        {
            switch (await OfficersDesk.Body(request, ConsignmentJson.Letters.EarlyTransferRequestBody, stop))
            {
                case { RecordIds: { Count: > 0 and <= EarlyHandover.Most } ids, Dossier: null }:
                    return Answer(request, await handover.OfRecords(known.Code, caller, ids, stop));
                case { RecordIds: null, Dossier: { Length: > 0 } dossier }:
                    var outcome = await handover.OfDossier(known.Code, caller, dossier, stop);
                    rest = outcome is HandedOver.Taken { Part.Next: { } next } ? new DossierOffered(known.Code.Value, dossier, next.Value) : null;
                    return Answer(request, outcome);
                default:
                    return Problems.Of(ProblemCode.BodyInvalid, request);
            }
        });
        return new EarlyTransferAsked(answer, rest);
    }

    private static IResult Answer(HttpRequest request, HandedOver outcome) => outcome switch
    {
        HandedOver.Taken taken => Accepted(request, taken.Part),
        HandedOver.NotOpen => Problems.Of(ProblemCode.TransferNotOpen, request),
        _ => Problems.Of(ProblemCode.NotFound, request),
    };

    private static JsonResult<EarlyTransferBody> Accepted(HttpRequest request, DossierPart part)
    {
        var body = new EarlyTransferBody(
            [.. part.Ready.Select(record => record.Id.Value)], [.. part.Kept.Select(one => KeptBody.Of(one.Record, one.Obstacles, Words.LanguageOf(request)))], part.Next is not null);
        return new JsonResult<EarlyTransferBody>(body, ConsignmentJson.Letters.EarlyTransferBody, StatusCodes.Status202Accepted) { Headers = Caching.Never };
    }
}
