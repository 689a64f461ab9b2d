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
/// <param name="Answer">For the officer.</param>
/// <param name="Rest">The rest of a large dossier.</param>
public sealed record EarlyTransferAsked(
    [property: HttpResult] IResult Answer,
    [property: ServiceBusOutput(Queues.DossierOffered, Connection = StorageNames.ServiceBus)] DossierOffered? Rest);

/// <summary>
/// An officer hands records over before their time, singly or all those of a dossier. They wait with what is due, and go with the next
/// consignment of their dossier; what keeps one is said at once.
/// </summary>
public sealed class TransferEarly(TransferDesk desk, RecordTable records, WaitingTable waiting, Dossiers dossiers, AuditTrail audit)
{
    private const int Most = 1000;

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
                case { RecordIds: { Count: > 0 and <= Most } ids, Dossier: null }:
                    return await OfRecords(request, known.Code, caller, ids, stop);
                case { RecordIds: null, Dossier: { Length: > 0 } dossier }:
                    await audit.Note(AuditAct.HandedOver, caller, known.Code.Value, $"dossier={dossier}", stop);
                    var part = await dossiers.Offer(known.Code, dossier, after: null, stop);
                    rest = part.Next is { } next ? new DossierOffered(known.Code.Value, dossier, next.Value) : null;
                    return part.IsNothing ? Problems.Of(ProblemCode.NotFound, request) : Accepted(request, part);
                default:
                    return Problems.Of(ProblemCode.BodyInvalid, request);
            }
        });
        return new EarlyTransferAsked(answer, rest);
    }

    private async Task<IResult> OfRecords(HttpRequest request, AgencyCode agency, Caller caller, IReadOnlyList<string> ids, CancellationToken stop)
    {
        var found = await Task.WhenAll(ids.Distinct().Select(async id => RecordId.TryParse(id, out var parsed) ? (await records.Find(parsed, stop))?.Record : null));
        if (found.Any(record => record is null || record.Agency != agency || !Visibility.MaySeeMetadata(record, caller)))
            return Problems.Of(ProblemCode.NotFound, request);

        var asked = found.OfType<ArchiveRecord>().Select(record => (Record: record, Obstacles: EarlyTransfer.Obstacles(record))).ToList();
        if (asked.Any(one => one.Record.Transfer is null or { IsSettled: true }))
            return Problems.Of(ProblemCode.TransferNotOpen, request);

        var part = new DossierPart([.. asked.Where(one => one.Obstacles.Count == 0).Select(one => one.Record)], [.. asked.Where(one => one.Obstacles.Count > 0)], Next: null);
        await audit.Note(AuditAct.HandedOver, caller, agency.Value, $"{asked.Count}: {string.Join(' ', ids)}", stop);
        await waiting.Put(agency, part.Ready, stop);
        return Accepted(request, part);
    }

    private static JsonResult<EarlyTransferBody> Accepted(HttpRequest request, DossierPart part)
    {
        var body = new EarlyTransferBody(
            [.. part.Ready.Select(record => record.Id.Value)], [.. part.Kept.Select(one => KeptBody.Of(one.Record, one.Obstacles, Words.LanguageOf(request)))], part.Next is not null);
        return new JsonResult<EarlyTransferBody>(body, ConsignmentJson.Letters.EarlyTransferBody, StatusCodes.Status202Accepted) { Headers = Caching.Never };
    }
}
