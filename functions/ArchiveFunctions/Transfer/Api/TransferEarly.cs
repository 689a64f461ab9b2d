using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Records;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>
/// An officer hands records over before their time, singly or all those of a dossier. They wait with what is due, and go with the next
/// consignment of their dossier; what keeps one is said at once.
/// </summary>
public sealed class TransferEarly(TransferDesk desk, RecordTable records, WaitingTable waiting)
{
    private const int Most = 1000;

    /// <summary>Answers 202 with what waits and what is kept. A record of another agency is answered as one that does not exist.</summary>
    [Function(nameof(TransferEarly))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agencies/{agency}/transfers")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(request, agency, [], async (known, _) =>
        {
            if (await OfficersDesk.Body(request, ConsignmentJson.Letters.EarlyTransferRequestBody, stop) is not { RecordIds: { Count: > 0 and <= Most } ids })
                return Problems.Of(ProblemCode.BodyInvalid, request);

            var found = await Task.WhenAll(ids.Distinct().Select(async id => RecordId.TryParse(id, out var parsed) ? (await records.Find(parsed, stop))?.Record : null));
            if (found.Any(record => record is null || record.Agency != known.Code))
                return Problems.Of(ProblemCode.NotFound, request);

            var asked = found.OfType<ArchiveRecord>().Select(record => (Record: record, Obstacles: Obstacles(record))).ToList();
            if (asked.Any(one => one.Record.Transfer is null or { IsSettled: true }))
                return Problems.Of(ProblemCode.TransferNotOpen, request);

            foreach (var (record, _) in asked.Where(one => one.Obstacles.Count == 0))
                await waiting.Put(record, stop);
            var body = new EarlyTransferBody(
                [.. asked.Where(one => one.Obstacles.Count == 0).Select(one => one.Record.Id.Value)],
                [.. asked.Where(one => one.Obstacles.Count > 0).Select(one => new KeptBody(one.Record.Id.Value, [.. one.Obstacles.Select(reason => FindingBody.Of(reason, Words.LanguageOf(request)))]))]);
            return new JsonResult<EarlyTransferBody>(body, ConsignmentJson.Letters.EarlyTransferBody, StatusCodes.Status202Accepted) { Headers = Caching.Never };
        });

    /// <summary>What has no due day yet lacks what sets it, whatever else is complete.</summary>
    private static IReadOnlyList<Finding> Obstacles(ArchiveRecord record) =>
        [.. record.Transfer is { State: ClockState.Undetermined } clock ? clock.Reasons : [], .. Readiness.Obstacles(record, agencyIsRegistered: true)];
}
