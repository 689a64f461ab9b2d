using Archive.ReadingRoom;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Releases;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer, or an archivist, looks which copies of a consignment the agency may destroy, has destroyed, or must keep.</summary>
public sealed class ListPermits(TransferDesk desk, ConsignmentTable consignments, PermitStandings permits)
{
    /// <summary>Answers a page, in the order of the package. Records the caller may not see are left out.</summary>
    [Function(nameof(ListPermits))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/transfers/{transfer}/permits")] HttpRequest request, string agency, string transfer, CancellationToken stop) =>
        desk.Answer(nameof(ListPermits), request, agency, async (known, caller) =>
        {
            if (TransferDesk.Size(request) is not { } size)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
            if (!ConsignmentTable.IsId(transfer) || await consignments.Find(known.Code, transfer, stop) is not { } held)
                return Problems.Of(ProblemCode.NotFound, request);

            // Before it was verified, a consignment has no list, and none of its records a permit.
            var packed = held.Consignment.VerifiedAt is null ? [] : await consignments.Packed(transfer, stop);
            var after = TransferDesk.Continuation(request);
            var from = after is null ? 0 : packed.TakeWhile(one => one.RecordId != after).Count() + 1;
            if (from > packed.Count)
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            PackedRecord[] page = [.. packed.Skip(from).Take(size)];
            var seen = (await permits.Of(page, stop)).Where(record => record.Permit?.Consignment == transfer && Visibility.MaySeePermit(record, caller));
            var body = new PermitListBody([.. seen.Select(record => PermitItemBody.Of(record, Words.LanguageOf(request)))], from + size < packed.Count ? page[^1].RecordId : null);
            return new JsonResult<PermitListBody>(body, ConsignmentJson.Letters.PermitListBody) { Headers = Caching.Never };
        });
}
